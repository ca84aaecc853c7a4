import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignIds, needHash, type Named } from '../../../../src/lib/server/content/ids.ts';
import { slug, unfit } from '../../../../src/lib/server/content/slug.ts';
import { corpus, hasCorpus } from '../../../support/corpus.ts';

const valid = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const hash = (content: string) => createHash('sha256').update(content).digest('hex');

function idsOf(named: readonly Named[], contents: ReadonlyMap<string, string> = new Map()) {
	const hashes = new Map(
		needHash(named).map((key) => [key, hash(contents.get(key) ?? `content of ${key}`)]),
	);
	return assignIds(named, hashes);
}

const file = (name: string): Named => ({ key: name, stem: name.replace(/\.[^.]*$/, '') });

describe('slug', () => {
	it.each([
		['Душанбе — ҷӯйбори шаҳр', 'dushanbe-juybori-shahr'],
		['Манзараи кӯҳҳои Помир', 'manzarai-kuhhoi-pomir'],
		['Новый йогурт ё', 'noviy-yogurt-yo'],
		['fin de journée', 'fin-de-journee'],
		['quote\'s "double"', 'quotes-double'],
		['%2e%2e%2fescape', '2e-2e-2fescape'],
		['写真展', ''],
	])('%s becomes %s', (name, id) => {
		expect(slug(name)).toBe(id);
	});

	it('gives the same for composed and decomposed letters', () => {
		expect(slug('café'.normalize('NFD'))).toBe(slug('café'.normalize('NFC')));
	});

	it('cuts a long name at a hyphen', () => {
		expect(slug(`${'word-'.repeat(30)}end`).length).toBeLessThanOrEqual(80);
		expect(slug('x'.repeat(200))).toHaveLength(80);
	});
});

describe('what makes no address', () => {
	it.each([
		'IMG_0001',
		'DSC01234',
		'DSCF0001',
		'P1010001',
		'PXL_20230102_101112',
		'20161103_120000',
		'2016-11-03 train',
		'IMG-20161103-WA0001',
		'con',
		'index',
		'LPT1',
		'_MG_2211',
		'12',
		'GOPR0042',
		'写真展',
		'Screenshot 2020-01-02',
	])('%s', (stem) => expect(unfit(stem)).toBeDefined());

	it.each([
		'train-window',
		'Tea by the window 2',
		'platform-9',
		'dscovery',
		'condor',
		'summer-of-2016',
	])('not %s', (stem) => expect(unfit(stem)).toBeUndefined());

	it('a listed name, as a word of its own', () => {
		expect(unfit('Rahim at the door', ['rahim'])).toBeDefined();
		expect(unfit('ibrahims door', ['rahim'])).toBeUndefined();
		expect(unfit('rahim2', ['rahim'])).toBeDefined();
		expect(unfit('RahimKarimov', ['rahim'])).toBeDefined();
		expect(unfit('rahimkarimov at work', ['rahim-karimov'])).toBeDefined();
	});
});

describe('ids', () => {
	it('leaves explicit ids as they are and keeps derived ones away from them', () => {
		const ids = idsOf([{ ...file('a.jpg'), id: 'tea' }, file('tea.jpg')]);
		expect(ids.get('a.jpg')).toBe('tea');
		expect(ids.get('tea.jpg')).toMatch(/^tea-[0-9a-f]{6}$/);
	});

	it('gives a counter a neutral id from its content', () => {
		const ids = idsOf([file('IMG_0001.jpg')], new Map([['IMG_0001.jpg', 'x']]));
		expect(ids.get('IMG_0001.jpg')).toBe(`p-${hash('x').slice(0, 6)}`);
	});

	it('tells two files of the same content and name apart by their places', () => {
		const twins = ['a/IMG_1.jpg', 'b/IMG_1.jpg'].map((key) => ({ key, stem: 'IMG_1' }));
		const ids = idsOf(twins, new Map(twins.map(({ key }) => [key, 'same'])));
		expect(new Set(ids.values()).size).toBe(2);
	});

	const names = fc.uniqueArray(
		fc.oneof(
			fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
			fc.constantFrom('tea', 'Tea', 'tea-1', 'IMG_0001', 'img_0001', 'чай', 'con', 'Ёлка', 'élan'),
		),
		{ maxLength: 12 },
	);

	it('are valid and unique, whatever the names', () => {
		fc.assert(
			fc.property(names, (stems) => {
				const ids = [...idsOf(stems.map((stem) => ({ key: stem, stem }))).values()];
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.every((id) => valid.test(id))).toBe(true);
			}),
		);
	});

	it('do not depend on the order of the files', () => {
		fc.assert(
			fc.property(names, (stems) => {
				const named = stems.map((stem) => ({ key: stem, stem }));
				const forward = idsOf(named);
				const back = idsOf(named.toReversed());
				expect(stems.map((stem) => back.get(stem))).toEqual(stems.map((stem) => forward.get(stem)));
			}),
		);
	});

	it.skipIf(!hasCorpus)('fits every name of the corpus', () => {
		const listing = execFileSync('tar', [
			'tf',
			join(corpus, 'hard/names.tar'),
			'--quoting-style=literal',
		]);
		const named = listing
			.toString()
			.split('\n')
			.filter((path) => /\.jpe?g$/i.test(path))
			.map((path) => ({ key: path, stem: path.replace(/^.*\/|\.[^.]*$/g, '') }));
		expect(named.length).toBeGreaterThanOrEqual(25);
		const ids = idsOf(named);
		expect(new Set(ids.values()).size).toBe(named.length);
		for (const { key } of named) expect(ids.get(key), key).toMatch(valid);
		const idOf = (end: string) => ids.get(named.find(({ key }) => key.endsWith(end))?.key ?? '');
		expect(idOf('/con.jpg')).toMatch(/^p-[0-9a-f]{6}$/);
		expect(idOf('/IMG_0001.JPG')).toMatch(/^p-[0-9a-f]{6}$/);
		expect(idOf('/写真展.jpg')).toMatch(/^p-[0-9a-f]{6}$/);
		expect(idOf('Помир.jpg')).toBe('manzarai-kuhhoi-pomir');
		expect(idOf('/%2e%2e%2fescape.jpg')).toBe('2e-2e-2fescape');
	});
});
