import { hashText } from '../../../lib/server/content/hash.ts';
import { publicPlace } from '../../../lib/server/content/public-photo.ts';
import type { Content, GalleryRecord, PhotoRecord } from '../../../lib/server/content/record.ts';
import type { Path } from '../../../lib/server/content/source.ts';
import { writtenTexts, type WrittenText } from '../../../lib/server/content/written-texts.ts';
import type { Json, Subject } from '../../contract/operations.ts';
import { at, type Item } from './item.ts';

type InYaml = WrittenText & { yaml: NonNullable<WrittenText['yaml']> };

export function exhibitionItems(content: Content): Item[] {
	const of = { kind: 'exhibition' } as const;
	return textsIn(content, content.source).map((text) =>
		fieldItem(text, of, [], ['exhibition', ...named(text.yaml.path)]),
	);
}

/** Texts of its file: its own, its sections', its wall texts', and what its photos' entries say. */
export function galleryItems(content: Content, gallery: GalleryRecord): Item[] {
	return textsIn(content, gallery.origin.source).flatMap((text) => {
		const { path } = text.yaml;
		const title = titleOf(gallery, content);
		const [list, index] = path;
		if (typeof index !== 'number' || (list !== 'photos' && list !== 'sections'))
			return fieldItem(text, { kind: 'gallery', gallery: gallery.id }, [], [title, ...named(path)]);
		const base = path.slice(0, 2);
		const item = at(fileValue(text), base);
		if (list === 'sections') {
			const section = String(at(item, ['id']));
			const of = { kind: 'section', gallery: gallery.id, section } as const;
			return fieldItem(text, of, base, [title, `section ${section}`, ...named(path.slice(2))]);
		}
		return at(item, ['file']) === undefined
			? wallItem(text, gallery, base, title)
			: photoItem(content, text, gallery, base);
	});
}

function wallItem(text: InYaml, { id }: GalleryRecord, base: Path, title: string): Item {
	const photos = (at(fileValue(text), ['photos']) ?? []) as readonly Json[];
	const key = wallKeys(photos)[Number(base[1])] ?? '';
	return fieldItem(text, { kind: 'text', gallery: id, key }, base, [title, 'wall text']);
}

/** As the studio calls wall texts: by what they say, as nothing else of them is their own. */
export function wallKeys(items: readonly Json[]): string[] {
	const seen = new Map<string, number>();
	return items.map((item) => {
		const key = `text-${hashText(JSON.stringify(item)).slice(0, 8)}`;
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times > 1 ? `${key}-${times}` : key;
	});
}

function photoItem(content: Content, text: InYaml, gallery: GalleryRecord, base: Path): Item[] {
	const { path, source } = text.yaml;
	const isHere = ({ origin }: PhotoRecord) =>
		origin.source === source && origin.path[1] === base[1];
	const photo = content.photos.find(isHere);
	const inner = path.slice(2);
	if (!photo || !mayLeave(photo, inner)) return [];
	const of = { kind: 'photo', photo: photo.id } as const;
	const place = [titleOf(gallery, content), nameOf(photo, content), ...named(inner)];
	return [{ ...fieldItem(text, of, base, place), photo: photo.id }];
}

/** A translator is outside: no photo that was taken back, no place that nobody is shown. */
export function mayLeave({ consent, place }: PhotoRecord, path: Path): boolean {
	if (consent?.status === 'withdrawn' || consent?.status === 'refused') return false;
	const [field, part] = path;
	return (
		field !== 'place' || publicPlace(place)?.[part as 'name' | 'region' | 'city'] !== undefined
	);
}

function fieldItem(text: InYaml, of: Subject, base: Path, place: readonly string[]): Item {
	const { key, texts, yaml } = text;
	const whole = at(fileValue(text), base) ?? {};
	const home = { kind: 'field', of, path: yaml.path.slice(base.length), whole } as const;
	return { key, ledger: key, place: place.join(' · '), texts, home };
}

const values = new WeakMap<object, Json>();

/** A file's value is read once, however many texts are in it. */
function fileValue({ yaml: { source } }: InYaml): Json {
	if (!values.has(source)) values.set(source, source.parse().value as Json);
	return values.get(source) ?? {};
}

const known = new WeakMap<Content, InYaml[]>();

function textsIn(content: Content, source: GalleryRecord['origin']['source']): InYaml[] {
	const all =
		known.get(content) ??
		writtenTexts(content).filter((text): text is InYaml => Boolean(text.yaml));
	known.set(content, all);
	return all.filter(({ yaml }) => yaml.source === source);
}

export function titleOf({ id, title }: GalleryRecord, { languages }: Content): string {
	return title[languages[0] ?? 'en'] ?? id;
}

export function nameOf({ id, title }: PhotoRecord, { languages }: Content): string {
	return title?.[languages[0] ?? 'en'] ?? id;
}

function named(path: Path): string[] {
	return path.map((step) => (typeof step === 'number' ? String(step + 1) : step));
}
