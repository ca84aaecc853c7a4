import { link, copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exists } from './exists.ts';
import { hashFile } from './hash.ts';
import type { Content } from './record.ts';

/** Where untouched originals lie: beside the content folder, unless the exhibition says otherwise. */
export function vaultOf({ root, exhibition }: Pick<Content, 'root' | 'exhibition'>): string {
	return resolve(root, exhibition.protection?.vault ?? '../vault');
}

/**
 * Puts a file of the content folder into the vault too, under the same path; one that lies there with
 * other content stays, and the new one gets a number. Returns where it lies.
 */
export async function intoVault(root: string, vault: string, file: string): Promise<string> {
	for (let number = 1; ; number++) {
		const place = join(vault, numbered(file, number));
		await mkdir(dirname(place), { recursive: true });
		if (!(await exists(place))) {
			await link(join(root, file), place).catch(() => copyFile(join(root, file), place));
			return place;
		}
		if ((await hashFile(place)) === (await hashFile(join(root, file)))) return place;
	}
}

/** Every copy of a file that lies in the vault. */
export async function copiesIn(root: string, vault: string, file: string): Promise<string[]> {
	const copies: string[] = [];
	for (let number = 1; ; number++) {
		const name = numbered(file, number);
		// Another photo may go by that name.
		const isIts = number === 1 || !(await exists(join(root, name)));
		if (isIts && (await exists(join(vault, name)))) copies.push(name);
		else if (number > 1) return copies;
	}
}

/** `tea.jpg`, `tea-2.jpg`, `tea-3.jpg`. */
export function numbered(file: string, number: number): string {
	return number === 1 ? file : file.replace(/(\.[^./]+)?$/, `-${number}$1`);
}
