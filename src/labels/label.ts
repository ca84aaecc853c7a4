import type { Interface } from '../lib/i18n/interface.ts';
import type { Exhibition, Language, Photo, Text } from '../lib/model.ts';
import { showPhoto } from '../lib/show/photo.ts';
import { pageOf } from './page.ts';

/** A wall label: what stands on one card beside a picture. */
export interface Label {
	id: string;
	/** In the order of the languages that were asked for. */
	blocks: Block[];
	/** Photographer, credit line, rights. */
	credit: Line[];
	/** Address of the photo's page; absent where the site does not have it. */
	address?: string;
}

export interface Line {
	text: string;
	lang: Language;
}

/** All that is said in one language. */
export interface Block {
	lang: Language;
	title?: string;
	caption?: string;
	/** Content note, what is covered, whose name is changed: in words. */
	notes: string[];
}

/** What every label of a sheet is made with. */
export interface Printing {
	/** As published for print. */
	exhibition: Exhibition;
	/** As published on the web, whose pages the codes lead to. */
	site: Exhibition;
	languages: readonly Language[];
	interfaceOf: (lang: Language) => Interface;
}

/** @param gallery where the photo hangs: its content notes hold for the label too */
export function labelOf(printing: Printing, photo: Photo, gallery: string): Label {
	const { exhibition, site, languages } = printing;
	const first = languages[0] ?? 'en';
	const { credit, copyright } = showPhoto(exhibition, photo, gallery, first);
	const lines = [...credit, ...(copyright ? [copyright] : [])];
	return {
		id: photo.id,
		blocks: spokenIn(photo, exhibition, languages).map((lang) =>
			blockOf(printing, photo, gallery, lang),
		),
		credit: lines.map(({ text, lang = first }) => ({ text, lang })),
		address: pageOf(site, photo.id, first),
	};
}

/** The languages that were asked for and have words for it; where none has, the one that stands in. */
function spokenIn(photo: Photo, exhibition: Exhibition, wanted: readonly Language[]): Language[] {
	const has = (lang: Language) => own(photo.title, lang) ?? own(photo.caption, lang);
	const found = wanted.filter(has);
	const others = [...exhibition.languages, ...Object.keys({ ...photo.title, ...photo.caption })];
	return found.length > 0 ? found : others.filter(has).slice(0, 1);
}

function own(text: Text | undefined, lang: Language): string | undefined {
	const said = text && Object.hasOwn(text, lang) ? text[lang]?.trim() : undefined;
	return said || undefined;
}

function blockOf(
	{ exhibition, interfaceOf }: Printing,
	photo: Photo,
	gallery: string,
	lang: Language,
): Block {
	const { t } = interfaceOf(lang);
	const [title, caption] = [own(photo.title, lang), own(photo.caption, lang)];
	const room = exhibition.galleries.find(({ id }) => id === gallery);
	const kinds = [...photo.warnings, ...(room?.warnings ?? [])].map(({ kind }) => kind);
	const told = [...new Set(kinds)].map((kind) => t(`note_${kind}`)).join(`${t('comma')} `);
	return {
		lang,
		title,
		caption,
		notes: [
			...(told ? [`${t('content_note')}: ${told}`] : []),
			...(photo.covered ? [t('covered')] : []),
			...changedNames(exhibition, photo, `${title} ${caption}`, lang).map(
				(name) => `${name}: ${t('name_changed')}`,
			),
		],
	};
}

function changedNames({ people }: Exhibition, photo: Photo, said: string, lang: Language) {
	return photo.people.flatMap((id) => {
		const person = people[id];
		const name = person?.nameChanged ? own(person.name, lang) : undefined;
		return name && said.includes(name) ? [name] : [];
	});
}
