import { traceOf } from './denied.ts';
import { Door } from './door.ts';
import { Notices } from './notices.ts';
import { Place } from './place.ts';
import { openRoom } from './room.ts';
import { careRoutes } from './routes/care-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { folderRoutes } from './routes/folder-routes.ts';
import { intakeRoutes } from './routes/intake-routes.ts';
import { pictureRoutes } from './routes/picture-routes.ts';
import { previewRoutes } from './routes/preview-routes.ts';
import { storyRoutes } from './routes/story-routes.ts';
import { serveStudio, type Studio } from './studio.ts';

export interface StudioOptions {
	checkout: string;
	/** Folder of the built app. */
	site: string;
	/** The exhibition that is opened; none: the curator chooses. */
	exhibition?: string;
	cache?: string;
	port?: number;
	say?: (sentence: string) => void;
}

/**
 * Starts the studio.
 *
 * @throws {Denied} where the exhibition cannot be opened
 */
export async function studio(options: StudioOptions): Promise<Studio> {
	const { checkout, site, exhibition, cache, port, say } = options;
	const notices = new Notices();
	const door = new Door();
	const fault = (error: unknown) => say?.(traceOf(error));
	const place = new Place((folder) =>
		openRoom(folder, { checkout, notices, door, fault, port: served.port, cache }),
	);
	const routes = [
		...[folderRoutes(place), deskRoutes(place, notices), pictureRoutes(place)],
		...[intakeRoutes(place, notices), careRoutes(place, notices), storyRoutes(place)],
		previewRoutes(place),
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
