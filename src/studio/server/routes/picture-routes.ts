import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Routes } from '../app.ts';
import { Denied } from '../denied.ts';
import type { Pictures } from '../darkroom/pictures.ts';
import type { Place, Room } from '../place.ts';

const thumbs: Readonly<Record<string, number>> = { 160: 160, 320: 320, 640: 640 };
const largest = 2048;

export interface PictureRoom extends Room {
	pictures: Pictures;
}

/** Photos by their ids, as JPEG that we made ourselves. */
export function pictureRoutes(place: Place<PictureRoom>): Routes {
	return (app) => {
		app.get('/thumb/:photo/:size', async (c) => {
			const long = thumbs[c.req.param('size')];
			if (long === undefined)
				throw new Denied(404, 'there is no such size', 'ask for 160, 320 or 640');
			return send(c, await fileOf(place.room, c.req.param('photo'), long, true));
		});
		app.get('/picture/:photo', async (c) => {
			// Open only where that is asked for in so many words.
			const safe = c.req.query('safe') !== '0';
			return send(c, await fileOf(place.room, c.req.param('photo'), largest, safe));
		});
	};
}

async function fileOf({ desk, pictures }: PictureRoom, id: string, long: number, safe: boolean) {
	const { photos } = await desk.view();
	const photo = photos.find((one) => one.id === id);
	if (!photo) throw new Denied(404, 'there is no such photo', 'load the page again');
	return pictures.file({ photo, long, safe });
}

async function send(c: Context, path: string): Promise<Response> {
	const { size } = await stat(path);
	// Its address changes with the file and with what is covered; a shared computer keeps it no longer than the window.
	const isNamed = c.req.query('v') !== undefined;
	return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
		'Content-Type': 'image/jpeg',
		'Content-Length': String(size),
		'Cache-Control': isNamed ? 'private, max-age=3600' : 'no-store',
	});
}
