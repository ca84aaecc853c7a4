import { tilePath, tilesOf, type Tile, type Tiles } from '../tiles.ts';

/** What of a picture is on the screen: its edges in pixels of the picture, and how large it is shown. */
export interface View {
	left: number;
	top: number;
	right: number;
	bottom: number;
	/** Pixels of the screen to one of the picture. */
	scale: number;
	/** CSS pixels, before what holds it is scaled. */
	width: number;
	height: number;
}

/** Beyond these, tiles that have left the screen are taken down. */
const mostKept = 60;

/** The tiles of one picture, laid over it: those that are on the screen, as fine as it can show. */
export class TileLayer {
	readonly #element = document.createElement('div');
	readonly #images = new Map<string, HTMLImageElement>();

	/**
	 * @param holder lies exactly where the picture does
	 * @param folder address of the picture's tiles
	 */
	constructor(
		holder: HTMLElement,
		readonly tiles: Tiles,
		private readonly folder: string,
	) {
		this.#element.className = 'tiles';
		this.#element.setAttribute('aria-hidden', 'true');
		holder.append(this.#element);
	}

	show(view: View): void {
		const { style } = this.#element;
		[style.width, style.height] = [`${view.width}px`, `${view.height}px`];
		const seen = tilesOf(this.tiles, levelFor(this.tiles, view.scale)).filter((tile) =>
			isSeen(tile, view),
		);
		const paths = new Map(seen.map((tile) => [tilePath(this.tiles, tile), tile]));
		for (const [path, tile] of paths) if (!this.#images.has(path)) this.#hang(path, tile);
		if (this.#images.size > mostKept) this.#takeDown(paths);
	}

	remove(): void {
		// What is still on its way is not waited for.
		for (const image of this.#images.values()) image.removeAttribute('src');
		this.#images.clear();
		this.#element.remove();
	}

	#hang(path: string, { x, y, w, h, factor }: Tile): void {
		const image = new Image();
		const { width, height } = this.tiles;
		const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
		Object.assign(image.style, {
			left: percent(x, width),
			top: percent(y, height),
			width: percent(w, width),
			height: percent(h, height),
			// Finer ones lie over coarser ones, which are there until they come.
			zIndex: String(this.tiles.factors.length - this.tiles.factors.indexOf(factor)),
		});
		image.alt = '';
		image.addEventListener('load', () => image.classList.add('shown'));
		image.src = `${this.folder}/${path}`;
		this.#images.set(path, image);
		this.#element.append(image);
	}

	#takeDown(seen: ReadonlyMap<string, Tile>): void {
		for (const [path, image] of this.#images) {
			if (seen.has(path) || this.#images.size <= mostKept) continue;
			image.remove();
			this.#images.delete(path);
		}
	}
}

/** The coarsest level that still has a pixel for each of the screen. */
export function levelFor({ factors }: Pick<Tiles, 'factors'>, scale: number): number {
	return factors.findLast((factor) => factor * scale <= 1) ?? 1;
}

function isSeen({ x, y, w, h }: Tile, { left, top, right, bottom }: View): boolean {
	return x < right && x + w > left && y < bottom && y + h > top;
}
