import type { Desk } from '../files/desk.ts';
import { traceOf } from './denied.ts';
import { Door } from './door.ts';
import { Notices } from './notices.ts';
import { Place } from './place.ts';
import { openRoom } from './room.ts';
import type { Options } from '../../vite/options.ts';
import { publishingWith } from './publishing.ts';
import { careRoutes } from './routes/care-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { folderRoutes } from './routes/folder-routes.ts';
import { intakeRoutes } from './routes/intake-routes.ts';
import { pictureRoutes } from './routes/picture-routes.ts';
import { previewRoutes } from './routes/preview-routes.ts';
import { publishRoutes } from './routes/publish-routes.ts';
import { storyRoutes } from './routes/story-routes.ts';
import { tableRoutes } from './routes/table-routes.ts';
import { translationRoutes } from './routes/translation-routes.ts';
import { thumbnail } from './thumbnail.ts';
import { tableWork } from './table-work.ts';
import { serveStudio, type Studio } from './studio.ts';

export interface StudioOptions {
	/** As the command was told. */
	given: Options;
	/** Folder of the built app. */
	site: string;
	/** The exhibition that is opened; none: the curator chooses. */
	exhibition?: string;
	cache?: string;
	/** Of the exhibition, where it was opened before; ours from now on. */
	desk?: Promise<Desk>;
	port?: number;
	say?: (sentence: string) => void;
}

/**
 * Starts the studio.
 *
 * @throws {Denied} where the exhibition cannot be opened
 */
export async function studio(options: StudioOptions): Promise<Studio> {
	const { given, site, exhibition, cache, port, say } = options;
	const notices = new Notices();
	const door = new Door();
	const fault = (error: unknown) => say?.(traceOf(error));
	let { desk } = options;
	const place = new Place((folder) => {
		const opened = desk;
		desk = undefined;
		const { port } = served;
		const { checkout } = given;
		return openRoom(folder, { checkout, notices, door, fault, port, cache, desk: opened });
	});
	const tables = tableWork((id) => thumbnail(place.room, id));
	const routes = [
		...[folderRoutes(place), deskRoutes(place, notices), pictureRoutes(place)],
		...[intakeRoutes(place, notices), careRoutes(place, notices), storyRoutes(place)],
		...[previewRoutes(place), tableRoutes(place, tables), translationRoutes(place, notices)],
		publishRoutes(place, notices, publishingWith(given), fault),
	];
	const served = await serveStudio({ site, door, routes, port, say });
	const close = async () => {
		await served.close();
		await place.close();
	};
	try {
		if (exhibition !== undefined) await place.open(exhibition);
	} catch (error) {
		await close();
		throw error;
	}
	return { ...served, close };
}
