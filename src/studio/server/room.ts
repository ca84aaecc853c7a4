import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { Desk } from '../files/desk.ts';
import { Apprentice } from './darkroom/apprentice.ts';
import { Pictures } from './darkroom/pictures.ts';
import { Intake } from './intake/intake.ts';
import { Quarantine } from './intake/quarantine.ts';
import type { Notices } from './notices.ts';
import { Preview } from './preview/preview.ts';
import type { PreviewRoom } from './routes/preview-routes.ts';
import type { Door } from './door.ts';
import type { IntakeRoom } from './routes/intake-routes.ts';

export interface RoomOptions {
	checkout: string;
	notices: Notices;
	door: Door;
	/** Of the studio. */
	port: number;
	/** Told what was no mistake of a curator's. */
	fault: (error: unknown) => void;
	/** Where pictures are kept that were made; in the content folder, if nothing else was said. */
	cache?: string;
}

export type StudioRoom = IntakeRoom & PreviewRoom;

/** Opens an exhibition, and tells what others change in it. */
export async function openRoom(folder: string, options: RoomOptions): Promise<StudioRoom> {
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
	const apprentices = Array.from(
		{ length: Math.min(3, availableParallelism()) },
		() => new Apprentice(options.checkout),
	);
	const pictures = await Pictures.open(root, cache, apprentices);
	const intake = new Intake({
		...{ view: () => desk.view(), pictures, quarantine: await Quarantine.open(root) },
		apprentice: new Apprentice(options.checkout),
	});
	const { checkout, door, notices, fault, port } = options;
	const preview = new Preview({
		...{ checkout, root, cache, door, notices, fault, studioPort: () => port },
	});
	const close = async () => {
		stop();
		await preview.close();
		intake.close();
		await pictures.close();
		await desk.close();
	};
	return { root, cache, desk, pictures, intake, preview, close };
}
