import { join } from 'node:path';
import { hashFile } from '../../../lib/server/content/hash.ts';
import { isPicture } from '../../../lib/server/content/tree.ts';
import { vaultOf } from '../../../lib/server/content/vault.ts';
import { filesIn } from '../../../vite/made.ts';
import type { View } from '../../contract/view.ts';
import { isAlike } from '../darkroom/look.ts';
import type { Pictures } from '../darkroom/pictures.ts';

/** Photos that are there already, by what is in their files and by how they look. */
export class Known {
	readonly #byHash = new Map<string, string>();
	readonly #looks: { look: string; name: string }[] = [];

	static async of(view: View, pictures: Pictures): Promise<Known> {
		const known = new Known();
		for (const photo of view.photos) {
			// A file that vanished is like nothing.
			const hash = await pictures.sourceOf(photo.file).catch(() => '');
			known.add(photo.id, hash, await pictures.lookOf(photo).catch(() => undefined));
		}
		await known.#addOriginals(view, pictures);
		return known;
	}

	add(name: string, hash: string, look: string | undefined): void {
		if (!this.#byHash.has(hash)) this.#byHash.set(hash, name);
		if (look) this.#looks.push({ look, name });
	}

	sameAs(hash: string): string | undefined {
		return this.#byHash.get(hash);
	}

	alike(look: string): string | undefined {
		return this.#looks.find((one) => isAlike(one.look, look))?.name;
	}

	/** What was imported was cleaned; the file as it came lies in the vault under the same path. */
	async #addOriginals({ photos, exhibition }: View, { root, sources }: Pictures): Promise<void> {
		const vault = vaultOf({ root, exhibition });
		const ids = new Map(photos.map(({ id, file }) => [file, id]));
		for (const file of (await filesIn(vault)).filter(isPicture)) {
			const id = ids.get(file);
			if (id === undefined) continue;
			this.add(id, await sources.get(vault, [file], () => hashFile(join(vault, file))), undefined);
		}
	}
}
