import type { Picture, Rendition } from '../../model.ts';
import { hashText } from '../content/hash.ts';
import type { Region } from '../content/schema/photo.ts';
import { cropBox, type Box, type Size } from './crop.ts';
import {
	avifSettings,
	card,
	cover,
	hallWidths,
	jpegSettings,
	nearness,
	tall,
	widths,
	xmpFrom,
} from './settings.ts';
import type { AvifSettings, JpegSettings, Preset } from './settings.ts';
import { planTiles } from './tiles.ts';

/** Everything that decides what a photo's files look like, apart from its source. */
export interface Wish {
	/** Of the upright picture. */
	size: Size;
	maxWidth: number;
	redact: readonly Region[];
	focal: readonly [number, number];
	/** May a part of it be shown? */
	crop: boolean;
	/** Does it need crops for rooms, for the entrance's first screen, a card for links? */
	cover: boolean;
	opening: boolean;
	card: boolean;
	/** Is it cut into tiles, to be looked at closely? */
	zoom?: boolean;
	/** Is it for a hall's screen, with wider files than a line carries? */
	wide?: boolean;
	/** The XMP that is written into its files. */
	xmp: string;
	preset: Preset;
}

/** The pixels that all files of a photo are made from; `key` names them, `source` what they come from. */
export interface MasterPlan extends Size {
	source: string;
	key: string;
	redact: readonly Region[];
}

/** One file to be made. */
export interface Job extends Rendition {
	/** What the whole master is shrunk to before a part is taken, so that tiles meet without a seam. */
	level?: Size;
	/** The part of the master, or of its level, that it shows, in pixels of that; without it, all. */
	cut?: Box;
	/** Whole on a plain ground, instead of filling its frame. */
	framed: boolean;
	/** Its bytes are kept below this, at the cost of quality. */
	mostBytes?: number;
	xmp?: string;
	encode: AvifSettings | JpegSettings;
}

export interface Plan {
	master: MasterPlan;
	jobs: readonly Job[];
	picture: Picture;
}

/** Never upscaled; widths just below the widest are dropped, because that serves them. */
export function planWidths(original: number, offered: readonly number[]): number[] {
	if (offered.length === 0) return [];
	const top = Math.min(original, Math.max(...offered));
	return [...offered.filter((width) => width < top * nearness), top];
}

/**
 * What one photo needs. Names are the hash of the source's bytes, of what is done to them, and of
 * the encoders' versions alone: a name never changes its bytes, and says nothing of where they came from.
 *
 * @param source SHA-256 of the source's bytes, in hex
 * @param encoder names and versions of what decodes and encodes
 */
export function planPicture(source: string, wish: Wish, encoder: string): Plan {
	const master = planMaster(source, wish, encoder);
	const named = (draft: Draft) => asJob(draft, master, wish, encoder);
	const whole = drafts(master, offeredTo(wish), undefined).map(named);
	const crops = (is: boolean, frame: Frame) =>
		is && wish.crop ? cropDrafts(master, wish, frame).map(named) : [];
	const covers = crops(wish.cover, cover);
	// One that is higher than wide fills a telephone as it is.
	const talls = crops(wish.opening && master.width > master.height, tall);
	const cards = wish.card ? [named(cardDraft(master, wish))] : [];
	const cut = wish.zoom ? planTiles(master, whole, encoder) : undefined;
	const picture: Picture = {
		...wish.size,
		renditions: whole.map(asRendition),
		cover: covers.length > 0 ? covers.map(asRendition) : undefined,
		tall: talls.length > 0 ? talls.map(asRendition) : undefined,
		card: cards.map(asRendition)[0],
		tiles: cut?.tiles,
	};
	const jobs = [...whole, ...covers, ...talls, ...cards, ...(cut?.jobs ?? [])];
	return { master, jobs, picture };
}

/** No larger than the widest file: an unneeded pixel takes time and memory. Tiles show all that may be shown. */
function planMaster(source: string, wish: Wish, encoder: string): MasterPlan {
	const { size, maxWidth, redact, zoom } = wish;
	const widest = zoom ? maxWidth : Math.max(...offeredTo(wish).avif);
	const width = Math.min(size.width, maxWidth, widest);
	const shapes = redact.map(({ shape, x, y, w, h, points }) => ({ shape, x, y, w, h, points }));
	const master = { width, height: scaled(size, width), redact: shapes };
	return { ...master, source, key: hashText(JSON.stringify([source, master, encoder])) };
}

type Draft = Pick<Job, 'format' | 'width' | 'height' | 'cut' | 'framed' | 'mostBytes'>;
type Offered = Readonly<Record<Rendition['format'], readonly number[]>>;
type Frame = Offered & { aspect: number };

function offeredTo({ wide }: Wish): Offered {
	return wide ? hallWidths : widths;
}

function drafts(from: Size, offered: Offered, cut: Box | undefined): Draft[] {
	return (['avif', 'jpg'] as const).flatMap((format) =>
		planWidths(from.width, offered[format]).map((width) => {
			return { format, width, height: scaled(from, width), cut, framed: false };
		}),
	);
}

function cropDrafts(master: Size, { focal }: Wish, frame: Frame): Draft[] {
	const cut = cropBox(master, frame.aspect, focal);
	return drafts(cut, frame, cut);
}

/** A picture that is smaller than the card, or may not be cropped, stands whole on a plain ground. */
function cardDraft(master: Size, { crop, focal }: Wish): Draft {
	const { width, height, mostBytes } = card;
	const cut = cropBox(master, width / height, focal);
	const fills = crop && cut.width >= width && cut.height >= height;
	return { format: 'jpg', width, height, cut: fills ? cut : undefined, framed: !fills, mostBytes };
}

function asJob(draft: Draft, master: MasterPlan, wish: Wish, encoder: string): Job {
	const { format, width, mostBytes } = draft;
	const encode = format === 'avif' ? avifSettings(wish.preset, width) : jpegSettings(wish.preset);
	const withXmp = format === 'jpg' || width >= xmpFrom;
	const job = {
		...draft,
		encode:
			mostBytes === undefined ? encode : { ...jpegSettings(wish.preset), quality: card.quality },
		xmp: withXmp ? wish.xmp : undefined,
	};
	const key = hashText(JSON.stringify([master.key, job, encoder])).slice(0, 20);
	return { ...job, name: `${key}-${width}.${format}` };
}

function asRendition({ name, format, width, height }: Job): Rendition {
	return { name, format, width, height };
}

function scaled(size: Size, width: number): number {
	return Math.max(1, Math.round((width * size.height) / size.width));
}
