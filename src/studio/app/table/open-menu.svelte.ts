import { tick } from 'svelte';

export function focusCell(key: string | undefined): void {
	document.getElementById(`cell-${key}`)?.focus();
}

/** The menu of what is meant on a table, while it is open. */
export class OpenMenu {
	keys = $state.raw<readonly string[]>();
	#opener: Element | null = null;

	open(keys: readonly string[]): void {
		this.#opener = document.activeElement;
		this.keys = keys;
	}

	/** A dialog gives the focus back; what it was opened from may hang elsewhere by now, as another element. */
	async close(): Promise<void> {
		const [key] = this.keys ?? [];
		this.keys = undefined;
		await tick();
		if (!this.#opener?.isConnected) focusCell(key);
	}
}
