import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { peakMegabytes } from '../support/peak.ts';
import { examine } from '../../src/lib/server/content/examine.ts';

const [galleries, perGallery] = [100, 100];

/**
 * 10,000 entries with texts in four languages, in 100 galleries: how long and how much memory they
 * take to be read and validated. That is the YAML; a first run also opens 10,000 pictures to read
 * their own captions, which is told apart.
 */
export async function bench([folder]: string[]): Promise<void> {
	if (folder !== undefined) return measure(folder);
	const root = await mkdtemp(join(tmpdir(), 'nigoh-bench-'));
	try {
		const megabytes = (await exhibition(root)) / 1e6;
		console.log(
			`entries: ${galleries * perGallery} in ${galleries} galleries, ${megabytes.toFixed(1)} MB of YAML`,
		);
		// Processes of their own: what it took to write all this is not to be counted.
		for (let run = 0; run < 2; run++) {
			const { status } = spawnSync(process.execPath, [process.argv[1] ?? '', 'content', root], {
				stdio: 'inherit',
			});
			if (status !== 0) throw new Error('the measurement failed');
		}
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

async function measure(root: string): Promise<void> {
	const cache = join(root, '.exhibition', 'cache');
	const isFirst = !existsSync(cache);
	const before = peakMegabytes();
	const began = performance.now();
	const { content, problems } = await examine(root, '2026-11-24', 'web', cache);
	const seconds = ((performance.now() - began) / 1000).toFixed(2);
	const peak = peakMegabytes().toFixed(0);
	const errors = problems.filter(({ level }) => level === 'error');
	if (errors.length > 0 || content.photos.length !== galleries * perGallery) {
		throw new Error(`the bench is wrong: ${JSON.stringify(errors[0])}`);
	}
	const what = isFirst ? 'first run, every picture opened' : 'read and validated';
	console.log(`${what}: ${seconds} s${isFirst ? '' : ' (at most 3)'}`);
	console.log(
		`memory: ${peak} MB at the peak${isFirst ? '' : ' (at most 300)'}, ${before.toFixed(0)} before`,
	);
}

async function exhibition(root: string): Promise<number> {
	const picture = join(root, '.picture');
	await writeFile(
		picture,
		await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
			.jpeg()
			.toBuffer(),
	);
	const head =
		'format: 1\ntitle: { en: Many }\nlanguages: [en, tg, ru, fa]\nhelp: []\nwithdrawal: {}\npublic_url: https://example.org\npeople: { mariam: { name: Mariam } }\nphotographers: { lina: { name: Lina } }\n';
	await writeFile(join(root, 'exhibition.yaml'), head);
	let bytes = head.length;
	for (let gallery = 0; gallery < galleries; gallery++) {
		const folder = join(root, `gallery-${gallery}-of-many`);
		await mkdir(folder);
		const names = Array.from(
			{ length: perGallery },
			(_, index) => `picture-${gallery}-${index}-of-the-train.jpg`,
		);
		for (const name of names) await link(picture, join(folder, name));
		const yaml = `title: { en: Gallery, tg: Толор, ru: Зал, fa: تالار }\nphotos:\n${names.map(entry).join('')}`;
		bytes += Buffer.byteLength(yaml);
		await writeFile(join(folder, 'gallery.yaml'), yaml);
	}
	return bytes;
}

const text = (en: string) =>
	`{ en: "${en}", tg: "Чор рӯз то Москва", ru: "Четыре дня до Москвы", fa: "چهار روز تا مسکو" }`;

function entry(file: string): string {
	return `  - file: ${file}
    hang: row
    title: ${text('Four days to Moscow')}
    caption: ${text('For four days the table under the window is kitchen, desk and look-out.')}
    alt: ${text('A glass of tea in a metal holder on the table under a train window.')}
    credit: { photographer: lina }
    date: { value: 2016-11-03, precision: month }
    place: { country: TJ, city: { en: Dushanbe, tg: Душанбе, ru: Душанбе, fa: دوشنبه }, precision: city }
    people: [mariam]
    keywords: [train, departure, tea]
    focal: [0.42, 0.31]
    consent: { status: given, ref: C-2016-014, scope: [web, kiosk], identifiable: yes, given_on: 2025-11-03 }
`;
}
