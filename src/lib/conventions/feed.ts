import { direction } from '../i18n/direction.ts';
import type { Interface } from '../i18n/interface.ts';
import type { Exhibition, Gallery, Language, Photo } from '../model.ts';
import { fileAt, pageAt, pathOf, rootOf, widestJpeg } from '../show/address.ts';
import { photoIds } from '../show/gallery.ts';
import { indexedPhotos, isOpen } from '../show/open.ts';
import { showPhoto } from '../show/photo.ts';
import { sayer, type Words } from '../show/words.ts';
import { openStories, storyEntry } from './story-entry.ts';
import { xmlOf, type Element } from './xml.ts';

/** So many entries a feed has at most, the newest: readers fetch the whole file again and again. */
const most = 100;

/** Of what nobody has written a day for. It must not be the day of the build, or all would be new again with each. */
const unknownDay = '2000-01-01';

interface Entry {
	/** Such as `2016`, `2016-11` or `2016-11-03`. */
	day: string;
	element: Element;
}

/**
 * An Atom 1.0 feed (RFC 4287) in one language: stories, galleries and photos, the newest first. Undefined
 * without a public address, because its ids are absolute. What is not to be indexed, and what stands
 * behind a content note, is not in it.
 *
 * @param ui the interface of that language
 */
export function feed(exhibition: Exhibition, lang: Language, ui: Interface): string | undefined {
	const root = rootOf(exhibition);
	if (root === undefined) return undefined;
	const say = sayer(exhibition, lang);
	const entries = entriesOf({ exhibition, root, lang, ui }).slice(0, most);
	const self = `${root}/${lang}/feed.xml`;
	return xmlOf({
		feed: {
			'@xmlns': 'http://www.w3.org/2005/Atom',
			'@xml:lang': lang,
			id: self,
			title: textOf(say(exhibition.title)),
			subtitle: textOf(say(exhibition.summary)),
			updated: instant(
				entries
					.map(({ day }) => day)
					.sort()
					.at(-1) ?? unknownDay,
			),
			link: [
				{ '@rel': 'self', '@type': 'application/atom+xml', '@href': self },
				{ '@rel': 'alternate', '@type': 'text/html', '@href': pageAt(root, lang) },
			],
			author: { name: say(exhibition.organisation?.name)?.text ?? say(exhibition.title)?.text },
			icon: `${root}/icon-192.png`,
			generator: 'Nigoh',
			entry: entries.map(({ element }) => element),
		},
	});
}

interface Place {
	exhibition: Exhibition;
	root: string;
	lang: Language;
	ui: Interface;
}

/** The newest first; of the same day, stories and then the walls in their order, a gallery before its photos. */
function entriesOf(place: Place): Entry[] {
	const { exhibition, root, lang } = place;
	const stories = openStories(exhibition).map((story) => {
		const { day = unknownDay, element } = storyEntry(exhibition, root, lang, story, textOf);
		return { day, element: { ...element, updated: instant(day) } };
	});
	const galleries = exhibition.galleries.map((gallery) => galleryEntry(place, gallery));
	const photos = indexedPhotos(exhibition)
		.filter((photo) => isOpen(exhibition, photo))
		.map((photo) => photoEntry(place, photo));
	const entries = [...stories, ...galleries, ...photos];
	return entries.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** Title and summary stand before a gallery's content note, its wall text too. */
function galleryEntry({ exhibition, root, lang }: Place, gallery: Gallery): Entry {
	const say = sayer(exhibition, lang);
	const { id, title, summary, text } = gallery;
	const photos = photoIds(gallery).flatMap((photo) => exhibition.photos[photo] ?? []);
	const days = photos.filter(({ indexing }) => indexing).map((photo) => dayOf(photo));
	const day = days.sort().at(-1) ?? unknownDay;
	const element = {
		id: `${root}/${lang}/#gallery-${id}`,
		title: textOf(say(title)),
		updated: instant(day),
		link: [
			{ '@rel': 'alternate', '@type': 'text/html', '@href': pageAt(root, lang, 'galleries', id) },
		],
		summary: textOf(say(summary) ?? say(text)),
	};
	return { day, element };
}

/** Its id names no gallery, so that it stays the same where the photo is hung elsewhere. */
function photoEntry({ exhibition, root, lang, ui }: Place, photo: Photo): Entry {
	const shown = showPhoto(exhibition, photo, photo.gallery, lang);
	const { title, caption, credit, copyright, covered } = shown;
	const day = dayOf(photo);
	const file = widestJpeg(photo.picture);
	const image = file && fileAt(root, file);
	const told = covered ? ui.t('covered') : undefined;
	const summary = [caption?.text, told].filter(Boolean).join(' ');
	const element = {
		id: `${root}/${lang}/#photo-${photo.id}`,
		title: textOf(title) ?? ui.t('untitled'),
		updated: instant(day),
		link: [
			{ '@rel': 'alternate', '@type': 'text/html', '@href': pageAt(root, lang, ...pathOf(photo)) },
			...(image ? [{ '@rel': 'enclosure', '@type': 'image/jpeg', '@href': image }] : []),
		],
		author: credit[0] && { name: credit[0].text },
		rights: textOf(copyright),
		summary: summary ? textOf({ ...caption, text: summary }) : undefined,
		content: file && {
			'@type': 'html',
			'#text': markup(fileAt(root, file), file, [shown.alt, caption], told),
		},
	};
	return { day, element };
}

/** When it was hung; where nobody wrote that, when it was taken. */
function dayOf({ since, date }: Photo): string {
	return since ?? date?.value ?? unknownDay;
}

/** Many readers show no enclosures: the picture stands in the text, with its alt text. */
function markup(
	address: string,
	{ width, height }: { width: number; height: number },
	[alt, caption]: readonly [Words | undefined, Words | undefined],
	told: string | undefined,
): string {
	const paragraph = (words: Words | undefined) =>
		words ? `<p${attributesOf(words)}>${escaped(words.text)}</p>` : '';
	const described = escaped([alt?.text, told].filter(Boolean).join(' '));
	const img = `<img src="${address}" width="${width}" height="${height}" alt="${described}"${attributesOf(alt)}>`;
	return `<p>${img}</p>${paragraph(caption)}${paragraph(told ? { text: told } : undefined)}`;
}

function attributesOf(words: Words | undefined): string {
	return words?.lang ? ` lang="${words.lang}" dir="${direction(words.lang)}"` : '';
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** A text in another language than the feed's says so. */
function textOf(words: Words | undefined): Element | string | undefined {
	if (!words) return undefined;
	return words.lang ? { '@xml:lang': words.lang, '#text': words.text } : words.text;
}

/** RFC 3339, as Atom wants it: what is known only to the year is its first moment. */
function instant(day: string): string {
	return `${[day, '01', '01'].join('-').slice(0, 10)}T00:00:00Z`;
}
