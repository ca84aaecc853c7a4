import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/vite/report.ts';
import { smallPicture } from '../support/folder.ts';
import { buildQuietly, chosen } from '../support/site.ts';

const photos = 1000;

/** 1,000 photos, built; then nothing changed, one added, one caption changed, one alt text changed. */
export async function bench(): Promise<void> {
	const place = mkdtempSync(join(tmpdir(), 'nigoh-rebuild-'));
	try {
		const folder = join(place, 'photos');
		await mkdir(join(folder, 'hall'), { recursive: true });
		await writeFile(join(folder, 'exhibition.yaml'), 'format: 1\ntitle: Many\nlanguages: [en]\n');
		const names = Array.from({ length: photos }, (_, index) => `picture-${index}-of-many.jpg`);
		for (const name of names)
			await writeFile(join(folder, 'hall', name), await smallPicture(name, 320, 240));
		await hang(folder, names, {});
		const settings = chosen(folder, join(place, 'build'));
		const again = async (what: string, asked = '') =>
			tell(what, await buildQuietly(settings), asked);
		await again('first build');
		await again('nothing changed', ' (at most 0.5)');
		const added = 'a-new-one.jpg';
		await writeFile(join(folder, 'hall', added), await smallPicture(added, 320, 240));
		await hang(folder, [...names, added], {});
		await again('one photo added');
		await hang(folder, [...names, added], { caption: 'Another caption' });
		await again('one caption changed');
		await hang(folder, [...names, added], { caption: 'Another caption', alt: 'Another alt text' });
		await again('one alt text changed');
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}

/** @param first words of the first photo */
async function hang(
	folder: string,
	names: readonly string[],
	first: { caption?: string; alt?: string },
) {
	const entries = names.map((file, index) => {
		const { caption = 'Caption', alt = 'Alt text' } = index === 0 ? first : {};
		return `  - { file: ${file}, caption: ${caption}, alt: ${alt}, consent: { status: not_needed } }\n`;
	});
	await writeFile(join(folder, 'hall', 'gallery.yaml'), `photos:\n${entries.join('')}`);
}

function tell(what: string, { seconds, renditions }: Report, asked: string): void {
	const { made, reused, megapixels } = renditions;
	console.log(
		`${what}: seconds.pictures ${seconds.pictures.toFixed(2)}${asked}, files made ${made}, reused ${reused}, megapixels ${megapixels}`,
	);
}
