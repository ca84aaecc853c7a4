import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { Desk } from '../files/desk.ts';
import { Apprentice } from './darkroom/apprentice.ts';
import { Pictures } from './darkroom/pictures.ts';
import { Intake } from './intake/intake.ts';
import { Quarantine } from './intake/quarantine.ts';
import type { Room } from './place.ts';
import type { Notices } from './notices.ts';
import { rising } from './rising.ts';
import { Preview } from './preview/preview.ts';
import type { PreviewRoom } from './routes/preview-routes.ts';
import type { Door } from './door.ts';
import { LastView } from './last-view.ts';
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
	/** Of this exhibition, where it was opened before; ours from now on. */
	desk?: Promise<Desk>;
}

export type StudioRoom = IntakeRoom & PreviewRoom;

/** Opens an exhibition, and tells what others change in it. */
export async function openRoom(folder: string, options: RoomOptions): Promise<StudioRoom> {
	const root = await realpath(folder);
	const cache = options.cache ?? join(root, '.exhibition', 'cache');
	const opened = await (options.desk ?? Desk.open(root, { cache }));
	const desk = rising(opened);
	try {
		await opened.listens(options.port);
		return await furnish({ root, cache, desk }, options);
	} catch (error) {
		// Its lock is given back.
		await desk.close();
		throw error;
	}
}

async function furnish(
	{ root, cache, desk }: Omit<Room, 'close'>,
	{ checkout, door, notices, fault, port }: RoomOptions,
): Promise<StudioRoom> {
	const begin = () => new Apprentice(checkout);
	const apprentices = Array.from({ length: Math.min(3, availableParallelism()) }, begin);
	const pictures = await Pictures.open(root, cache, apprentices);
	const quarantine = await Quarantine.open(root);
	const view = () => desk.view();
	const intake = new Intake({ view, pictures, quarantine, apprentice: begin() });
	const studioPort = () => port;
	const preview = new Preview({ checkout, root, cache, door, notices, fault, studioPort });
	const stop = desk.watch((outside) => {
		void view().then(
			({ revision }) => notices.tell({ kind: 'changed', revision, outside }),
			// Whoever asks for the view next is told what is wrong.
			() => undefined,
		);
	});
	const close = async () => {
		stop();
		await preview.close();
		intake.close();
		await pictures.close();
		await desk.close();
	};
	const seen = new LastView(view);
	seen.begin();
	return { root, cache, desk, seen, pictures, intake, preview, close };
}
