import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../../src/vite/serve.ts';
import { contentFolder } from '../support/folder.ts';

it('viewers elsewhere may read what is made for them, and nothing else', async () => {
	const folder = await contentFolder({
		'build/index.html': 'entrance',
		'build/iiif/road/manifest.json': '{}',
		'build/media/a-640.avif': 'picture',
	});
	const { address, close } = await serve(join(folder, 'build'), 0);
	const shared = async (path: string) =>
		(await fetch(address + path)).headers.get('access-control-allow-origin');
	expect(await shared('iiif/road/manifest.json')).toBe('*');
	for (const path of ['', 'media/a-640.avif']) expect(await shared(path)).toBeNull();
	await close();
});
