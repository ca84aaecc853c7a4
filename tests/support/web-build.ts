import { contentFolder } from './folder.ts';
import { bytesOf } from './kiosk-release.ts';

interface Told {
	photos: readonly string[];
	/** Changes every page; of one length, so that no size tells one from another. */
	title?: string;
	/** Of each picture. */
	bytes?: number;
}

const pictureOf = (id: string) => `media/${id}-320.avif`;
const pageOf = (id: string) => `en/galleries/hall/${id}/index.html`;

/** What a build for the web leaves of these photos, small. */
export async function webBuild({ photos, title = 'One', bytes = 400 }: Told): Promise<string> {
	const shown = photos.map((id) => `<img src="/${pictureOf(id)}">`).join('');
	const list = photos.map((id) => [id, [pictureOf(id), pageOf(id)]]);
	return contentFolder({
		'.nigoh': 'index.html\n',
		'.nigoh-photos': JSON.stringify(Object.fromEntries(list)),
		'index.html': `<h1>${title}</h1>${shown}`,
		'exhibition.json': JSON.stringify({ title, photos }),
		'_app/immutable/start.js': 'start()',
		...Object.fromEntries(photos.map((id) => [pictureOf(id), bytesOf(pictureOf(id), bytes)])),
		...Object.fromEntries(photos.map((id) => [pageOf(id), `<h1>${title}</h1>${id}`])),
	});
}
