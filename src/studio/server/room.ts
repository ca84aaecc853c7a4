import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from '../files/desk.ts';
import type { Notices } from './notices.ts';
import type { Room } from './place.ts';

export interface RoomOptions {
	notices: Notices;
	port?: number;
	/** Where pictures are kept that were made; in the content folder, if nothing else was said. */
	cache?: string;
}

/** Opens an exhibition, and tells what others change in it. */
export async function openRoom(folder: string, options: RoomOptions): Promise<Room> {
	const root = await realpath(folder);
	const cache = options.cache ?? join(root, '.exhibition', 'cache');
	const desk = await Desk.open(root, { port: options.port, cache });
	const stop = desk.watch((outside) => {
		void desk.view().then(
			({ revision }) => options.notices.tell({ kind: 'changed', revision, outside }),
			// Whoever asks for the view next is told what is wrong.
			() => undefined,
		);
	});
	const close = async () => {
		stop();
		await desk.close();
	};
	return { root, cache, desk, close };
}
