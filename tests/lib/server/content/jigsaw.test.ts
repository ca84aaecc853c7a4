import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import { contentFolder } from '../../../support/folder.ts';

const shows = '{ status: given, scope: [web], given_on: 2026-01-01, identifiable: yes }';
const hides = '{ status: given, scope: [web], given_on: 2026-01-01, identifiable: no }';

async function errorsOf(people: string, first: string, second: string): Promise<string[]> {
	const root = await contentFolder({
		'exhibition.yaml': `format: 1\ntitle: One\nlanguages: [en]\npeople: { mariam: { name: Mariam, ${people} } }\n`,
		'road/gallery.yaml': `photos:
  - { file: a.jpg, alt: A, people: [mariam], ${first} }
  - { file: b.jpg, alt: B, people: [mariam], ${second} }
`,
		'road/a.jpg': true,
		'road/b.jpg': true,
	});
	const { problems } = await examine(join(root), '2026-11-25', 'web');
	const errors = problems.filter(({ level }) => level === 'error');
	return errors.map(({ line, message }) => `${line}: ${message}`);
}

const covered = 'redact: [{ shape: rectangle, x: 0.1, y: 0.1, w: 0.2, h: 0.2 }]';
const checked = 'care: { checked_by: AK, checked_on: 2026-01-01 }';
const told = '"a" shows mariam, who is not to be recognised in "b"';

describe('two pictures of a person, of which one hides them', () => {
	it('are an error at the one that shows them', async () => {
		const second = `consent: ${shows}, ${covered}`;
		expect(await errorsOf('', `consent: ${shows}`, second)).toEqual([`2: ${told}`]);
		const unrecognised = `consent: ${hides}, ${checked}`;
		expect(await errorsOf('', `consent: ${shows}`, unrecognised)).toEqual([`2: ${told}`]);
	});

	it('are none where the person agreed that they be joined', async () => {
		expect(
			await errorsOf('linkable: true', `consent: ${shows}`, `consent: ${shows}, ${covered}`),
		).toEqual([]);
	});

	it('are none where both show them, both hide them, or one is not published', async () => {
		const hidden = `consent: ${hides}, ${checked}`;
		expect(await errorsOf('', `consent: ${shows}`, `consent: ${shows}`)).toEqual([]);
		expect(await errorsOf('', hidden, hidden)).toEqual([]);
		expect(await errorsOf('', `consent: ${shows}, status: draft`, hidden)).toEqual([]);
	});
});
