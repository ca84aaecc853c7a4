import { decideAll, type Decisions } from '../lib/server/content/decisions.ts';
import { publicExhibition } from '../lib/server/content/public.ts';
import type { Content, GalleryRecord } from '../lib/server/content/record.ts';
import { unmade } from '../lib/server/images/wishes.ts';
import { labelOf, type Label, type Printing } from './label.ts';
import { sizeOf } from './size.ts';

/** The labels of one gallery, in hanging order, and what a curator must know of them. */
export interface Labels {
	labels: Label[];
	/** Photos without a label, and why. */
	left: { id: string; reason: string }[];
	/** What deserves a look, a sentence each. */
	concerns: string[];
}

/** What may be printed, and what the pages have that its codes lead to, on a day. */
export function printed(content: Content, day: string) {
	const decisions = decideAll(content, day, 'print');
	const pictures = unmade(content);
	return {
		decisions,
		exhibition: publicExhibition(content, decisions, pictures),
		site: publicExhibition(content, decideAll(content, day, 'web'), pictures),
	};
}

/** Made from what is published for print alone: nothing private has a way onto a label. */
export function labelsOf(
	printing: Printing,
	gallery: Pick<GalleryRecord, 'id' | 'hangings'>,
	decisions: Pick<Decisions, 'photos'>,
): Labels {
	const { photos } = printing.exhibition;
	const ids = gallery.hangings.flatMap((one) => (one.kind === 'text' ? [] : one.id));
	const labels = ids.flatMap((id) =>
		photos[id] ? [labelOf(printing, photos[id], gallery.id)] : [],
	);
	const left = ids
		.filter((id) => !photos[id])
		.map((id) => ({ id, reason: reasonOf(decisions.photos.get(id)) }));
	return { labels, left, concerns: labels.flatMap(concernsOf) };
}

function reasonOf(decision: { reasons: readonly { reason: string }[] } | undefined): string {
	const reasons = decision?.reasons.map(({ reason }) => reason) ?? ['it was withdrawn'];
	return reasons.join('; ');
}

function concernsOf(label: Label): string[] {
	return [
		...(label.blocks.length === 0 ? [`"${label.id}" has neither title nor caption`] : []),
		...(label.address ? [] : [`"${label.id}" has no page on the site, so its label has no code`]),
		...(sizeOf(label)
			? []
			: [`the words of "${label.id}" are too long for a label: print fewer languages`]),
	];
}
