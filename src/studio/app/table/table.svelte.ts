import type { Operation } from '../../contract/operations.ts';
import type { GalleryView, Hanging, PhotoView } from '../../contract/view.ts';
import type { Desk } from '../desk.svelte.ts';
import { sections, titleOf } from '../read.ts';
import { needsAlt } from '../care/needs.ts';
import { bring, inOrder, spotTowards, type Direction, type Spot } from './moves.ts';
import { placesOf, runsOf } from './runs.ts';
import { among, choose, click, nothing, type Modifiers, type Selection } from './selection.ts';

/** Heights of the thumbnails, in px. */
export const sizes = { S: 96, M: 144, L: 216, XL: 324 } as const;
export type Size = keyof typeof sizes;

/** One gallery's light table: what hangs on it, what is chosen, and what can be done with that. */
export class Table {
	size = $state<Size>('M');
	#selection = $state.raw<Selection>(nothing);
	/** Where the keyboard is. */
	active = $state<string>();
	readonly gallery: GalleryView | undefined = $derived.by(() => this.desk.gallery(this.id));
	readonly hangings: readonly Hanging[] = $derived(
		(this.gallery?.hangings ?? []).filter(({ kind }) => kind !== 'gone'),
	);
	readonly sections = $derived(sections(this.gallery?.entry));
	readonly runs = $derived(
		runsOf(
			this.hangings,
			this.sections.map(({ id }) => id),
		),
	);
	/** From 1. */
	readonly places = $derived(placesOf(this.hangings));
	/** Photos of its folder that hang nowhere yet. */
	readonly tray: readonly PhotoView[] = $derived.by(() => {
		return this.desk.view.photos.filter(
			(one) => one.gallery === this.id && !this.places.has(one.id),
		);
	});
	readonly order: readonly string[] = $derived([
		...this.runs.flatMap((run) => run.hangings.map(({ key }) => key)),
		...this.tray.map(({ id }) => id),
	]);

	/** Reckoned once for all cells, not once for each. */
	readonly selection: Selection = $derived.by(() => among(this.#selection, this.order));

	constructor(
		readonly desk: Desk,
		readonly id: string,
	) {}

	select(selection: Selection): void {
		this.#selection = selection;
		this.desk.chosen = [...selection.chosen].filter((key) => this.desk.photo(key));
		this.desk.said = this.desk.words.t('chosen', { count: selection.chosen.size });
	}

	/** In hanging order. */
	get chosen(): string[] {
		return this.order.filter((key) => this.selection.chosen.has(key));
	}

	get chosenPhotos(): string[] {
		return this.chosen.filter((key) => this.desk.photo(key));
	}

	click(key: string, modifiers: Modifiers): void {
		this.active = key;
		this.select(click(this.selection, key, modifiers, this.order));
	}

	chooseAll(): void {
		this.select(choose(this.order));
	}

	chooseWithoutAlt(): void {
		const { desk } = this;
		this.select(choose(this.order.filter((key) => needsAlt(desk.photo(key), desk.source))));
	}

	clear(): void {
		this.select(nothing);
	}

	/** What a curator calls it. */
	nameOf(key: string): string {
		const { words, source } = this.desk;
		const photo = this.desk.photo(key);
		if (photo) return titleOf({ ...photo.shown, ...photo.entry }, photo.id, words.lang, source);
		return words.t('wall_text');
	}

	sectionName(id: string | undefined): string {
		const section = this.sections.find((one) => one.id === id);
		return titleOf(
			section,
			id ?? this.desk.words.t('no_section'),
			this.desk.words.lang,
			this.desk.source,
		);
	}

	async move(keys: readonly string[], spot: Spot): Promise<void> {
		const { words } = this.desk;
		const operations = bring(this.id, this.hangings, keys, spot);
		if (operations.length === 0) return;
		const isWritten = this.desk.change(operations, words.t('step_moved', { count: keys.length }));
		this.announce(keys);
		await isWritten;
	}

	/** One on or to an end; several rows on with `steps`. */
	async shift(keys: readonly string[], direction: Direction, steps = 1): Promise<void> {
		const hung = inOrder(this.hangings, keys).filter((key) => this.places.has(key));
		const spot = spotTowards(this.hangings, hung, direction, steps);
		if (spot) await this.move(hung, spot);
		else this.desk.said = this.desk.words.t('no_further');
	}

	announce(keys: readonly string[]): void {
		const [first = ''] = inOrder(this.hangings, keys);
		const run = this.runs.find((one) => one.hangings.some(({ key }) => key === first));
		this.desk.said = this.desk.words.t('moved_told', {
			what: keys.length === 1 ? this.nameOf(first) : String(keys.length),
			place: this.places.get(first) ?? 0,
			of: this.hangings.length,
			section: run?.section ? this.sectionName(run.section) : '',
		});
	}

	/** One step for all of them. */
	change(operations: readonly Operation[], title: string): Promise<boolean> {
		return this.desk.change(operations, title);
	}
}
