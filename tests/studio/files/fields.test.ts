import { expect, it } from 'vitest';
import { diff, photo, road, set, studio } from './studio.ts';

const done = { done: true, alsoOutside: [] };

it('one value changes, and nothing else of the file', async () => {
	const { change, text, desk } = await studio();
	await desk.view();
	const outcome = await change(set(photo('train'), 'caption/tg', 'Тиреза', 'Тирезаи қатора'));
	expect(outcome).toMatchObject(done);
	expect(diff(road, await text('road/gallery.yaml'))).toEqual([
		"-      tg: 'Тиреза'",
		"+      tg: 'Тирезаи қатора'",
	]);
});

const cases: [string, Parameters<typeof set>, string[]][] = [
	[
		'a new language comes where the exhibition has it',
		[photo('train'), 'caption/ru', undefined, 'Окно'],
		['+      ru: Окно'],
	],
	[
		'a folded text stays folded',
		[photo('train'), 'caption/en', 'A window, and behind it the steppe.', 'A window.'],
		['-        A window, and behind it', '-        the steppe.', '+        A window.'],
	],
	[
		'a new key comes in the order of the schema',
		[photo('train'), 'alt', undefined, { en: 'A window' }],
		['+    alt: { en: A window }'],
	],
	[
		'a text without a language becomes one by language',
		[photo('bag'), 'caption/tg', undefined, 'Борхалта'],
		['-    caption: A bag', '+    caption: { en: A bag, tg: Борхалта }'],
	],
	[
		'a text without a language is in the source language',
		[photo('bag'), 'caption/en', 'A bag', 'The bag'],
		['-    caption: A bag', '+    caption: The bag'],
	],
	[
		'what is taken away goes, what is said behind it stays',
		[photo('train'), 'consent/scope', ['web']],
		[
			'-    consent: { status: given, ref: C-1, scope: [web] } # until 2028',
			'+    consent: { status: given, ref: C-1 } # until 2028',
		],
	],
	[
		'a list in brackets stays so',
		[photo('bag'), 'keywords', ['bag', 'hand'], ['bag']],
		['-    keywords: [bag, hand]', '+    keywords: [bag]'],
	],
	[
		'double quotes stay',
		[photo('tea'), 'alt', 'Tea', 'Tea: "hot"'],
		['-    alt: "Tea"', '+    alt: "Tea: \\"hot\\""'],
	],
	[
		'a value with a remark behind it stays on its line',
		[{ kind: 'gallery', gallery: 'road' }, 'title/en', 'The road', 'A\nroad'],
		['-  en: The road   # as on the door', '+  en: "A\\nroad"   # as on the door'],
	],
	[
		'a section has fields',
		[{ kind: 'section', gallery: 'road', section: 'going' }, 'title/en', 'Going', 'Away'],
		["-  - { id: going, title: { en: 'Going' } }", "+  - { id: going, title: { en: 'Away' } }"],
	],
	[
		'a text of several lines is written as one',
		[photo('tea'), 'description', undefined, 'One.\n\nTwo # and: more.'],
		['+    description: |-', '+      One.', '+', '+      Two # and: more.'],
	],
	[
		'a gallery has fields of its own',
		[{ kind: 'gallery', gallery: 'road' }, 'cover', undefined, 'bag'],
		['+cover: bag'],
	],
];

it.each(cases)('%s', async (_, operation, lines) => {
	const { change, text, desk } = await studio();
	await desk.view();
	expect(await change(set(...operation))).toMatchObject(done);
	expect(diff(road, await text('road/gallery.yaml')).sort()).toEqual([...lines].sort());
	await desk.undo();
	expect(await text('road/gallery.yaml')).toBe(road);
	await desk.redo();
	expect(diff(road, await text('road/gallery.yaml')).sort()).toEqual([...lines].sort());
});

it('line ends, the mark at the beginning and the mode stay', async () => {
	const windows = `\ufeff${road.replaceAll('\n', '\r\n')}`;
	const { change, text } = await studio({ 'road/gallery.yaml': windows });
	await change(
		set(photo('train'), 'caption/ru', undefined, 'Окно'),
		set(photo('tea'), 'description', undefined, 'One.\nTwo.'),
	);
	const after = await text('road/gallery.yaml');
	expect(after.startsWith('\ufeff#')).toBe(true);
	expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	expect(diff(road, after.slice(1).replaceAll('\r\n', '\n'))).toHaveLength(4);
});

it('a photo without an entry gets one, and the others of its folder go on hanging', async () => {
	const { change, text, desk } = await studio();
	await change(set(photo('pear'), 'title/en', undefined, 'A pear'));
	expect(await text('yard/gallery.yaml')).toBe(
		'status: draft\nphotos:\n  - file: apple.jpg\n  - file: pear.jpg\n    title: { en: A pear }\n',
	);
	await desk.undo();
	await expect(text('yard/gallery.yaml')).rejects.toThrow('ENOENT');
});

it('a field that says something else by now is a conflict, and nothing of the step is written', async () => {
	const { change, text } = await studio();
	const operation = set(photo('train'), 'caption/tg', 'Дигар', 'Нав');
	const outcome = await change(set(photo('bag'), 'caption', 'A bag', 'X'), operation);
	expect(outcome).toEqual({
		done: false,
		conflicts: [
			{
				operation,
				place: 'caption, tg, of train',
				base: 'Дигар',
				yours: 'Нав',
				theirs: 'Тиреза',
			},
		],
	});
	expect(await text('road/gallery.yaml')).toBe(road);
});

it.each([
	['an alias', '  - file: tea.jpg\n    alt: &a { en: x }\n  - file: bag.jpg\n    alt: *a\n', 'bag'],
	['an anchor', '  - file: tea.jpg\n    alt: &a { en: x }\n', 'tea'],
	['a merge key', '  - file: tea.jpg\n    alt: { <<: { en: x } }\n', 'tea'],
])('%s on the way is refused in a sentence', async (_, list, id) => {
	const { change, text } = await studio({ 'road/gallery.yaml': `photos:\n${list}` });
	await expect(change(set(photo(id), 'alt/tg', undefined, 'y'))).rejects.toThrow(
		/is tied to others/,
	);
	expect(await text('road/gallery.yaml')).toBe(`photos:\n${list}`);
});

it('a file that cannot be read is never written', async () => {
	const { change, text, folder } = await studio();
	const broken = road.replace('photos:', 'photos: [');
	const { writeFile } = await import('node:fs/promises');
	await writeFile(`${folder}/road/gallery.yaml`, broken);
	const refused = change({ ...set({ kind: 'gallery', gallery: 'road' }, 'cover', undefined, 'x') });
	await expect(refused).rejects.toMatchObject({ file: 'road/gallery.yaml', line: 12 });
	expect(await text('road/gallery.yaml')).toBe(broken);
});
