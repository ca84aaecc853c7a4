import { describe, expect, it } from 'vitest';
import type { Gallery, Hanging } from '../../../src/lib/model.ts';
import {
	photoIds,
	showGallery,
	showOpening,
	showRoom,
	type ShownBlock,
} from '../../../src/lib/show/gallery.ts';
import { hung, madeExhibition, madeGallery, madePhoto } from './made.ts';

const photos = ['a', 'b', 'c', 'd'].map((id) => madePhoto(id, { title: { en: `Photo ${id}` } }));
const words: Hanging = { kind: 'text', text: { en: 'On the wall' } };

function shown(galleries: readonly Gallery[], index = 0, lang = 'en') {
	const gallery = galleries[index];
	if (!gallery) throw new Error('no such gallery');
	return showGallery(madeExhibition({ galleries }, ...photos), gallery, lang);
}

function drawn(blocks: readonly ShownBlock[]): string[] {
	return blocks.map((block) => {
		if (block.kind === 'section') return `# ${block.title?.text}`;
		if (block.kind === 'text') return `" ${block.text?.text}`;
		return `${block.kind} ${block.photos.map(({ id }) => id).join(' ')}`;
	});
}

describe('a gallery', () => {
	it('shows on its wall what hangs there, in order', () => {
		const hangings = [hung('a', 'lead', 'way'), hung('b'), hung('c'), words, hung('d')];
		const sections = [{ id: 'way', title: { en: 'The way', fa: 'راه' } }];
		const gallery = madeGallery('road', hangings, { sections });
		const wall = ['lead a', 'row b c', '" On the wall', 'row d'];
		expect(drawn(shown([gallery]).blocks)).toEqual(['# The way', ...wall]);
		expect(drawn(shown([gallery], 0, 'fa').blocks)).toEqual(['# راه', ...wall]);
	});

	it('links its photos to their pages in this gallery', () => {
		const gallery = madeGallery('home', [hung('a', 'lead'), hung('b')]);
		const here = shown([gallery]).blocks.flatMap((block) =>
			'photos' in block ? block.photos.map(({ id, gallery, home }) => [id, gallery, home]) : [],
		);
		expect(here).toEqual([
			['a', 'home', 'road'],
			['b', 'home', 'road'],
		]);
	});

	it('passes over a photo that is not published', () => {
		const gallery = madeGallery('road', [hung('a'), hung('secret'), hung('b')]);
		expect(drawn(shown([gallery]).blocks)).toEqual(['row a b']);
	});

	it('has its texts and notes in the language of the page', () => {
		const gallery = madeGallery('road', [], {
			text: { en: 'A text', tg: 'Матн' },
			support: { en: 'Call' },
			warnings: [{ kind: 'death', text: { tg: 'Марг' } }],
		});
		const { text, support, notes } = shown([gallery], 0, 'tg');
		expect(text).toEqual({ text: 'Матн' });
		expect(support).toEqual({ text: 'Call', lang: 'en', dir: 'ltr' });
		expect(notes).toEqual([{ kind: 'death', text: { text: 'Марг' } }]);
	});

	it('leads on to the next one, and from the last to the first', () => {
		const galleries = ['road', 'work', 'home'].map((id) => madeGallery(id));
		const next = galleries.map((_, index) => shown(galleries, index).next);
		expect(next.map((room) => room?.id)).toEqual(['work', 'home', 'road']);
		expect(next[0]?.title).toEqual({ text: 'The work' });
	});

	it('that is the only one leads nowhere', () => {
		expect(shown([madeGallery('road')]).next).toBeUndefined();
	});
});

describe('a room as others speak of it', () => {
	const room = (gallery: Gallery) =>
		showRoom(madeExhibition({ galleries: [gallery] }, ...photos), gallery, 'en');

	it('counts its photos, not its texts', () => {
		const gallery = madeGallery('road', [hung('a', 'lead'), words, hung('b'), words]);
		expect(photoIds(gallery)).toEqual(['a', 'b']);
		expect(room(gallery)).toMatchObject({ id: 'road', title: { text: 'The road' }, count: 2 });
		expect(room(madeGallery('road')).count).toBe(0);
	});

	it('has the cover that was chosen', () => {
		const { cover } = room(madeGallery('home', [hung('a'), hung('b')], { cover: 'b' }));
		expect(cover?.picture).toBe(photos.find(({ id }) => id === 'b')?.picture);
	});

	it('has none where nothing may be its cover', () => {
		expect(room(madeGallery('home', [hung('a')])).cover).toBeUndefined();
		expect(room(madeGallery('home', [hung('a')], { cover: 'secret' })).cover).toBeUndefined();
	});
});

describe('the picture of the first screen', () => {
	const a = madePhoto('a', { until: '2027-01-01', focal: [0.25, 0.5], crop: false });

	it('is the one that opens the exhibition', () => {
		const shown = showOpening(madeExhibition({ opening: 'a' }, a, ...photos.slice(1)), 'en');
		expect(shown).toMatchObject({ focal: '25% 50%', crop: false, until: '2027-01-01' });
		expect(shown?.picture).toBe(a.picture);
	});

	it('is none where none may', () => {
		expect(showOpening(madeExhibition({}, a), 'en')).toBeUndefined();
	});
});
