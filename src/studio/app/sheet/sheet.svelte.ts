import type { PhotoView } from '../../contract/view.ts';
import type { Desk } from '../desk.svelte.ts';
import { applyAll } from './apply.ts';
import { allFields, columnsOf, readCell, setCell, type Change, type Column } from './change.ts';
import { columnName } from './names.ts';

export interface Place {
	row: number;
	column: number;
}

/** The texts of many photos as rows and columns. */
export class Sheet {
	fields = $state.raw<readonly string[]>(['title', 'caption']);
	languages = $state.raw<readonly string[]>([]);
	gallery = $state('');
	onlyGaps = $state(false);
	/** Where the keyboard is. */
	active = $state.raw<Place>({ row: 0, column: 0 });
	isEditing = $state(false);
	chosen = $state.raw<readonly string[]>([]);
	/** What would be changed, shown before it is. */
	proposed = $state.raw<readonly Change[]>();
	readonly columns: readonly Column[] = $derived.by(() =>
		columnsOf(
			allFields.filter(({ key }) => this.fields.includes(key)),
			this.desk.view.languages.filter((lang) => this.languages.includes(lang)),
		),
	);
	/** In hanging order, gallery by gallery. */
	readonly #ordered: readonly PhotoView[] = $derived.by(() => {
		const { galleries, photos } = this.desk.view;
		const wanted = galleries.filter(({ id }) => !this.gallery || id === this.gallery);
		return wanted.flatMap(({ id, hangings }) => {
			const hung = hangings
				.filter(({ kind }) => kind === 'photo')
				.flatMap(({ key }) => this.desk.photo(key) ?? []);
			return [...hung, ...photos.filter((one) => one.gallery === id && !hung.includes(one))];
		});
	});
	/** Those that had gaps when they were asked for: who fills one must not lose the row under their hands. */
	#withGaps = $state.raw<readonly string[]>();
	readonly photos: readonly PhotoView[] = $derived.by(() =>
		this.#withGaps ? this.#ordered.filter(({ id }) => this.#withGaps?.includes(id)) : this.#ordered,
	);

	constructor(
		readonly desk: Desk,
		gallery: string,
	) {
		this.gallery = gallery;
		this.languages = desk.view.languages;
		this.chosen = desk.chosen;
	}

	showGaps(isOn: boolean): void {
		this.onlyGaps = isOn;
		const ids = this.#ordered.filter((photo) =>
			this.columns.some((one) => readCell(photo, one, this.desk.source) === ''),
		);
		this.#withGaps = isOn ? ids.map(({ id }) => id) : undefined;
	}

	/** What a bulk change is for: the ticked rows, or all. */
	get meant(): readonly PhotoView[] {
		const ticked = this.photos.filter(({ id }) => this.chosen.includes(id));
		return ticked.length ? ticked : this.photos;
	}

	tick(id: string): void {
		const { chosen } = this;
		this.chosen = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
	}

	go(row: number, column: number): void {
		this.active = {
			row: Math.max(0, Math.min(this.photos.length - 1, row)),
			column: Math.max(0, Math.min(this.columns.length - 1, column)),
		};
	}

	type(change: Change): void {
		const { words, source } = this.desk;
		const title = words.t('step_field', { field: columnName(change.column, words.t) });
		this.desk.type(setCell(change, source), title);
	}

	apply(changes: readonly Change[]): Promise<void> {
		return applyAll(this.desk, changes);
	}
}
