import { expect, it } from 'vitest';
import { choose } from '../../../src/lib/offline/choose.ts';
import type { Kept } from '../../../src/lib/offline-model.ts';

const file = (path: string, of?: string): Kept => ({
	path,
	sha256: path,
	bytes: 1,
	kind: 'picture',
	of,
});
const listed = [
	file('en/index.html'),
	file('media/a-320.avif', 'tea'),
	file('media/b-2048.avif', 'tea'),
	file('media/c-1280.avif', 'tea'),
	file('media/d-640.avif', 'tea/cover'),
	file('media/e-320.avif', 'tea/cover'),
	file('iiif/images/x/default.jpg'),
];
const paths = (pixels: number) => choose(listed, pixels).files.map(({ path }) => path);

it('keeps of each picture the narrowest file that fills the screen, and everything else', () => {
	expect(paths(1000)).toEqual([
		...['en/index.html', 'media/c-1280.avif', 'media/d-640.avif', 'iiif/images/x/default.jpg'],
	]);
	expect(paths(1280)).toContain('media/c-1280.avif');
	expect(paths(1281)).toContain('media/b-2048.avif');
	expect(paths(300).filter((path) => path.includes('320'))).toHaveLength(2);
});

it('keeps the widest where none fills it', () => {
	expect(paths(9000)).toEqual(expect.arrayContaining(['media/b-2048.avif', 'media/d-640.avif']));
});

it('says what stands for each file that is left out: never a crop for the whole', () => {
	expect(choose(listed, 1280).instead).toEqual({
		'media/a-320.avif': 'media/c-1280.avif',
		'media/b-2048.avif': 'media/c-1280.avif',
		'media/e-320.avif': 'media/d-640.avif',
	});
});
