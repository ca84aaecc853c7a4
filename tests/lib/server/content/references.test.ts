import { describe, expect, it } from 'vitest';
import { entry, exhibitionYaml, read, told } from './records.ts';

const folder = {
	'exhibition.yaml': exhibitionYaml(`people: { mariam: { name: Mariam } }
photographers: { lina: { name: Lina, portrait: tea } }
defaults: { credit: { photographer: lina } }
kiosk: { attract: [tea, bread] }
`),
	'road/gallery.yaml': `cover: bread
sections: [{ id: leaving }]
photos:
${entry('tea.jpg', ', section: leaving, people: [mariam], stories: [train], credit: { photographer: lina }')}`,
	'road/tea.jpg': true,
	'room/gallery.yaml': `photos:\n${entry('bread.jpg')}  - ref: tea\n`,
	'room/bread.jpg': true,
	'stories/train.en.md': `---
title: The train
people: [mariam]
---
::photo{id=bread}

::gallery{id=road}
`,
} as const;

const problemsOf = async (files: Readonly<Record<string, string | true>>) =>
	told((await read({ ...folder, ...files })).problems);

describe('references', () => {
	it('are silent where all that they name is there', async () => {
		expect(await problemsOf({})).toEqual([]);
	});

	it('of exhibition.yaml: portrait, photographer and attract loop', async () => {
		const text = exhibitionYaml(`people: { mariam: { name: Mariam } }
photographers: { lina: { name: Lina, portrait: linas-face } }
defaults: { credit: { photographer: linna } }
kiosk: { attract: [tea, cup] }
`);
		expect(await problemsOf({ 'exhibition.yaml': text })).toEqual([
			'error exhibition.yaml:8:48: there is no photo "linas-face"',
			'error exhibition.yaml:9:37: there is no photographer "linna"',
			'error exhibition.yaml:10:25: there is no photo "cup"',
		]);
	});

	it('of a gallery: cover, section, defaults and what hangs there', async () => {
		const text = `cover: breda
sections: [{ id: leaving }]
defaults: { credit: { photographer: amir } }
photos:
${entry('tea.jpg', ', section: leving')}  - { ref: bred, section: leaving }
  - { text: Words, section: none }
`;
		expect(await problemsOf({ 'road/gallery.yaml': text })).toEqual([
			'error road/gallery.yaml:1:8: there is no photo "breda"',
			'error road/gallery.yaml:3:37: there is no photographer "amir"',
			'error road/gallery.yaml:5:75: there is no section "leving" in this gallery',
			'error road/gallery.yaml:6:12: there is no photo "bred"',
			'error road/gallery.yaml:7:29: there is no section "none" in this gallery',
		]);
	});

	it('of a photo: people, stories and photographer', async () => {
		const text = `photos:
  - file: tea.jpg
    people: [mariam, rustam]
    stories: [train, plane]
    credit: { photographer: amir }
`;
		expect(await problemsOf({ 'road/gallery.yaml': text })).toEqual([
			'error road/gallery.yaml:3:22: there is no person "rustam"',
			'error road/gallery.yaml:4:22: there is no story "plane"',
			'error road/gallery.yaml:5:29: there is no photographer "amir"',
		]);
	});

	it('of a story: people, photos and galleries', async () => {
		const text = `---
title: The train
people:
  - mariam
  - rustam
---

::photo{id=bred}
::gallery{id=raod}
`;
		expect(await problemsOf({ 'stories/train.en.md': text })).toEqual([
			'error stories/train.en.md:5:5: there is no person "rustam"',
			'error stories/train.en.md:8:1: there is no photo "bred"',
			'error stories/train.en.md:9:1: there is no gallery "raod"',
		]);
	});

	it('are alive to a photo that is held back: that is no mistake of whoever names it', async () => {
		const held = 'photos:\n  - { file: bread.jpg, status: draft }\n  - ref: tea\n';
		expect(await problemsOf({ 'room/gallery.yaml': held })).toEqual([]);
	});

	it('suggest what was probably meant', async () => {
		const text = exhibitionYaml('photographers: { lina: { name: Lina, portrait: teaa } }\n');
		const { problems } = await read({ ...folder, 'exhibition.yaml': text });
		const remedy = problems.find(({ message }) => message.includes('teaa'))?.remedy;
		expect(remedy).toBe('did you mean "tea"?');
	});
});
