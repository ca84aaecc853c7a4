import type { Json } from '../../contract/operations.ts';
import type { PhotoView } from '../../contract/view.ts';
import { at, isMap, textIn } from '../read.ts';

/** What holds of a photo: its own entry before what its gallery and its file say. */
export function whole(photo: PhotoView): { readonly [key: string]: Json } {
	return { ...photo.shown, ...photo.entry };
}

export function needsAlt(photo: PhotoView | undefined, source: string): boolean {
	return photo !== undefined && textIn(whole(photo).alt, source, source).trim() === '';
}

export function isHidden(photo: PhotoView): boolean {
	return photo.entry.status === 'draft';
}

export function hasUnsealed(photo: PhotoView): boolean {
	const { redact } = photo.entry;
	return Array.isArray(redact) && redact.length > 0;
}

export type Due = 'over' | 7 | 30 | 90;

/** How soon its consent ends, if that is within 90 days of `today`, a day such as 2026-12-01. */
export function dueOf(photo: PhotoView, today: string): Due | undefined {
	const ends = at(whole(photo), ['consent', 'expires_on']);
	if (typeof ends !== 'string') return undefined;
	const days = (Date.parse(ends) - Date.parse(today)) / 86_400_000;
	if (Number.isNaN(days)) return undefined;
	if (days < 0) return 'over';
	return ([7, 30, 90] as const).find((limit) => days <= limit);
}

export interface Needs {
	alt: PhotoView[];
	held: PhotoView[];
	due: { photo: PhotoView; due: Due; ends: string }[];
	unsealed: PhotoView[];
}

/** What a curator should look after, of all photos; the most urgent consent first. */
export function needsOf(photos: readonly PhotoView[], source: string, today: string): Needs {
	const due = photos.flatMap((photo) => {
		const soon = dueOf(photo, today);
		const consent = whole(photo).consent;
		return soon && isMap(consent) ? [{ photo, due: soon, ends: String(consent.expires_on) }] : [];
	});
	return {
		alt: photos.filter((photo) => needsAlt(photo, source)),
		held: photos.filter(({ heldBack }) => heldBack.length > 0),
		due: due.sort((one, other) => one.ends.localeCompare(other.ends)),
		unsealed: photos.filter(hasUnsealed),
	};
}

/** The day it is here. */
export function today(now = new Date()): string {
	const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
	return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
