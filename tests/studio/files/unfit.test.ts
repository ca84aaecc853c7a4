import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Json, Operation, Subject } from '../../../src/studio/contract/operations.ts';
import { deniedBy } from '../../../src/studio/server/denied.ts';
import { exhibition, files, photo, road, set, studio } from './studio.ts';

const gallery = { kind: 'gallery', gallery: 'road' } as const;
const whole = { kind: 'exhibition' } as const;

const wrong: [string, Operation, RegExp, RegExp][] = [
	[
		'a day that does not exist',
		set(photo('train'), 'consent/given_on', undefined, '2016-02-31'),
		/^"consent, given_on" of train must be a day that exists, not "2016-02-31"\.$/,
		/2016-11-03/,
	],
	[
		'a date that is none',
		set(photo('tea'), 'date/value', undefined, 'last summer'),
		/^"date, value" of tea must be a date that exists, not "last summer"\.$/,
		/2016-11/,
	],
	[
		'a status that nobody knows',
		set(photo('train'), 'consent/status', 'given', 'givn'),
		/^"consent, status" of train must be one of given, .*, not "givn"\.$/,
		/did you mean "given"/,
	],
	[
		'a number where a text belongs',
		set(photo('tea'), 'note', undefined, 7),
		/^"note" of tea must be text, not 7\.$/,
		/quotation marks/,
	],
	[
		'a key that nobody knows',
		set(photo('tea'), 'captoin', undefined, 'x'),
		/^"captoin" of tea is not a key that is known here\.$/,
		/did you mean "caption"/,
	],
	[
		'a language that the exhibition does not have',
		set(photo('train'), 'caption/de', undefined, 'Fenster'),
		/^"caption, de" of train is not a language of this exhibition\.$/,
		/en, ru, tg/,
	],
	[
		'what is missing in a group',
		set(photo('tea'), 'care/checked_by', undefined, 'N.'),
		/^"care, checked_on" of tea is missing/,
		/fill it in first/,
	],
	[
		'an item of a list',
		set(photo('bag'), 'keywords', ['bag', 'hand'], ['bag', 3]),
		/^"keywords, 2" of bag must be text, not 3\.$/,
		/quotation marks/,
	],
	[
		'what covers nothing',
		set(photo('bag'), 'redact', undefined, [{ shape: 'rectangle', x: 0.1, y: 0.1 }]),
		/^"redact, 1" of bag must cover a part of the picture\.$/,
		/give x, y, w, h/,
	],
	[
		'a field of a gallery',
		set(gallery, 'publish_at', undefined, 'soon'),
		/^"publish_at" of road\/gallery\.yaml must be a day that exists, not "soon"\.$/,
		/2016-11-03/,
	],
	[
		'a key of a gallery',
		set(gallery, 'colour', undefined, 'red'),
		/^"colour" of road\/gallery\.yaml is not a key that is known here\.$/,
		/use one of/,
	],
	[
		'a field of the exhibition',
		set(whole, 'public_url', undefined, 'nigoh.example'),
		/^"public_url" of the exhibition must be a web address, not "nigoh\.example"\.$/,
		/https/,
	],
	[
		'what an exhibition cannot be without',
		set(whole, 'title', { en: 'A' }),
		/^"title" of the exhibition is missing/,
		/fill it in/,
	],
	[
		'a person',
		set(whole, 'people/mariam', undefined, { name: 'M.', minor: 'yes' }),
		/^"people, mariam, minor" of the exhibition must be true or false, not "yes"\.$/,
		/without quotes/,
	],
	[
		'a name of a section',
		insert('sections', { id: 'On The Way' }),
		/^"id" of On The Way must be made of small Latin letters/,
		/train-window/,
	],
	[
		'a wall text',
		insert('photos', { text: { en: 'x' }, audio: 'a.mp3' }),
		/^"audio" of a wall text in road\/gallery\.yaml must be recordings by language, not "a\.mp3"\.$/,
		/mariam\.mp3/,
	],
];

function insert(list: 'photos' | 'sections', item: Json): Operation {
	return { do: 'insert', gallery: 'road', list, item, before: null };
}

it.each(wrong)('%s is refused, and nothing is written', async (_, operation, says, remedy) => {
	const { change, text, desk, folder } = await studio();
	const good = set(photo('bag'), 'caption', 'A bag', 'The bag');
	const error = await change(good, operation).catch((error: unknown) => error);
	expect(deniedBy(error)).toMatchObject({
		...{ status: 400, message: expect.stringMatching(says) },
		remedy: expect.stringMatching(remedy),
	});
	expect(await text('road/gallery.yaml')).toBe(road);
	expect(await text('exhibition.yaml')).toBe(exhibition);
	expect(await desk.history()).toEqual([]);
	const journal = join(folder, '.exhibition/studio/journal.ndjson');
	await expect(readFile(journal, 'utf8')).rejects.toThrow('ENOENT');
});

it('a text with which its file could not be read any more is refused', async () => {
	const { change, text } = await studio();
	const error = await change(set(photo('tea'), 'note', undefined, 'x'.repeat(2 ** 24))).catch(
		(error: unknown) => error,
	);
	expect(deniedBy(error)).toMatchObject({ status: 400, remedy: 'shorten the text' });
	expect(await text('road/gallery.yaml')).toBe(road);
});

const faulty = road
	.replace('consent: { status: given', 'consent: { status: givn')
	.replace('  - file: bag.jpg\n', '  - file: bag.jpg\n    captoin: x\n    date: { value: soon }\n')
	.replace('photos:\n', 'colour: red\nphotos:\n');

const right: [string, Subject, string, Json | undefined, Json | undefined][] = [
	['another field of an entry with mistakes', photo('bag'), 'caption', 'A bag', 'The bag'],
	['an entry beside one with mistakes', photo('tea'), 'alt', 'Tea', 'Green tea'],
	['the gallery itself', gallery, 'title/en', 'The road', 'A road'],
	['the mistake', photo('bag'), 'date/value', 'soon', '2016'],
	['a key that nobody knows goes', photo('bag'), 'captoin', 'x', undefined],
];

it.each(right)('in a file with mistakes can be changed: %s', async (_, ...operation) => {
	const { change, desk } = await studio({ 'road/gallery.yaml': faulty });
	expect(await change(set(...operation))).toMatchObject({ done: true });
	// What was wrong may come back: it is what was there.
	expect(await desk.undo()).toMatchObject({ done: true });
});

it('one more of the same mistake is refused', async () => {
	const { change } = await studio({ 'road/gallery.yaml': faulty });
	await expect(change(set(photo('tea'), 'date', undefined, { value: 'soon' }))).rejects.toThrow(
		'"date, value" of tea must be a date that exists',
	);
});

it('a photo takes its mistakes along into another gallery', async () => {
	const { change, text } = await studio({ 'road/gallery.yaml': faulty });
	await change({ do: 'rehome', photo: 'bag', gallery: 'room', before: null });
	expect(await text('room/gallery.yaml')).toContain('captoin: x');
});

it('a language may be used in the step that adds it', async () => {
	const { change } = await studio(files);
	const languages = set(whole, 'languages', ['en', 'tg', 'ru'], ['en', 'tg', 'ru', 'de']);
	const text = set(photo('train'), 'caption/de', undefined, 'Ein Fenster');
	expect(await change(languages, text)).toMatchObject({ done: true });
});
