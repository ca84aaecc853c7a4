import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	dayCounts,
	medianBand,
	withVisit,
	type DayCounts,
} from '../../../src/kiosk/server/counts.ts';
import { countsCsv } from '../../../src/kiosk/server/counts-csv.ts';
import { countedDays } from '../../../src/kiosk/server/visits.ts';
import { post, stage } from './kiosk.ts';

const visit = { language: 'tg', galleries: ['road'], photos: ['shoes'], qrShown: 1, seconds: 90 };
const empty: DayCounts = { format: 1, day: '2026-11-26', clock: 'synced', hours: {} };
const after = (visits: number, change = {}) => {
	let counts = empty;
	for (let n = 0; n < visits; n++) counts = withVisit(counts, 14, { ...visit, ...change });
	return counts;
};

describe('a visit', () => {
	it('is added to its hour, and is on the disk when it is answered', async () => {
		const one = await stage();
		const kiosk = await one.open();
		expect((await post(kiosk, '/kioskd/visit', visit)).status).toBe(204);
		await post(kiosk, '/kioskd/visit', { ...visit, language: 'en', photos: ['tea', 'tea'] });
		const file = join(one.folder, 'data/counts/2026-11-26.json');
		const counts = v.parse(dayCounts, JSON.parse(await readFile(file, 'utf8')));
		expect(counts.hours).toEqual({
			'14': {
				...{ visits: 2, languages: { tg: 1, en: 1 }, galleries: { road: 2 }, qrShown: 2 },
				photos: { shoes: 1, tea: 1 },
				lengths: { 'under 1 min': 0, '1-3 min': 2, '3-10 min': 0, 'over 10 min': 0 },
			},
		});
		expect(await readdir(join(one.folder, 'data/counts'))).toEqual(['2026-11-26.json']);
	});

	it('many at once are all counted', async () => {
		const one = await stage();
		const kiosk = await one.open();
		await Promise.all(Array.from({ length: 20 }, () => post(kiosk, '/kioskd/visit', visit)));
		const [day] = await countedDays(join(one.folder, 'data/counts'));
		expect(day?.hours['14']?.visits).toBe(20);
	});

	it('names only what hangs, and says when the clock is not to be trusted', async () => {
		const one = await stage();
		const kiosk = await one.open({ isSynced: () => false });
		await post(kiosk, '/kioskd/visit', { ...visit, photos: ['shoes', 'a.person@example.org'] });
		const [day] = await countedDays(join(one.folder, 'data/counts'));
		expect(day?.clock).toBe('unsynced');
		expect(day?.hours['14']?.photos).toEqual({ shoes: 1 });
	});

	it('no file that is finer than an hour, or has more in it, is taken for counts', async () => {
		const one = await stage();
		const folder = join(one.folder, 'counts');
		await mkdir(folder);
		const good = after(1);
		const { '14': bucket } = good.hours;
		const bad = [
			{ ...good, hours: { '14:05': bucket } },
			{ ...good, visits: [visit] },
			{ ...good, hours: { '14': { ...bucket, ids: ['x'] } } },
		];
		for (const [index, one] of [good, ...bad].entries()) {
			await writeFile(join(folder, `2026-11-0${index + 1}.json`), JSON.stringify(one));
		}
		expect(await countedDays(folder)).toEqual([good]);
	});
});

describe('the median', () => {
	it.each([
		[[30], 'under 1 min'],
		[[30, 90, 100], '1-3 min'],
		[[30, 30, 700, 700, 700], 'over 10 min'],
	])('of %o is %s', (lengths, expected) => {
		const counts = lengths.reduce(
			(sum, seconds) => withVisit(sum, 9, { ...visit, seconds }),
			empty,
		);
		expect(medianBand(counts.hours['09']!)).toBe(expected);
	});
});

describe('what may leave the house', () => {
	it('has no cell below five', () => {
		const counts = withVisit(after(5), 14, {
			...visit,
			language: 'fa',
			photos: ['tea'],
			qrShown: 0,
		});
		const lines = countsCsv([counts]).trim().split('\r\n');
		expect(lines).toEqual([
			'day,hour,clock,what,name,count',
			'2026-11-26,14,synced,visits,,6',
			'2026-11-26,14,synced,qr shown,,5',
			'2026-11-26,14,synced,languages,tg,5',
			'2026-11-26,14,synced,galleries,road,6',
			'2026-11-26,14,synced,photos,shoes,5',
			'2026-11-26,14,synced,median length,1-3 min,6',
		]);
		expect(countsCsv([after(4)]).trim()).toBe('day,hour,clock,what,name,count');
	});

	it('is text to a spreadsheet', () => {
		const csv = countsCsv([after(5, { photos: ['=cmd,"x"'] })]);
		expect(csv).toContain(`photos,"'=cmd,""x""",5`);
	});
});
