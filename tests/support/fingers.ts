import type { Page } from 'playwright-core';

export interface Point {
	x: number;
	y: number;
}

/** Where a finger is at each moment of a gesture. */
export type Path = readonly Point[];

interface Touch {
	type: 'touchStart' | 'touchMove' | 'touchEnd';
	touchPoints: (Point & { id: number })[];
}

/** What passes touches on to a page. */
interface Glass {
	send(method: 'Input.dispatchTouchEvent', params: Touch): Promise<unknown>;
}

/** Real touches of any number of fingers, as the glass reports them. */
export class Fingers {
	constructor(private readonly glass: Glass) {}

	static async on(page: Page): Promise<Fingers> {
		return new Fingers(await page.context().newCDPSession(page));
	}

	async tap(at: Point): Promise<void> {
		await this.#send('touchStart', [at]);
		await this.#send('touchEnd', []);
	}

	async hold(at: Point, ms: number): Promise<void> {
		await this.#send('touchStart', [at]);
		await new Promise((done) => setTimeout(done, ms));
		await this.#send('touchEnd', []);
	}

	/** Each finger comes down at the beginning of its path and goes along it; all lift at the end. */
	async draw(...paths: readonly Path[]): Promise<void> {
		const length = Math.max(...paths.map((path) => path.length));
		for (let moment = 0; moment < length; moment++) {
			const points = paths.map((path) => path[Math.min(moment, path.length - 1)] as Point);
			await this.#send(moment === 0 ? 'touchStart' : 'touchMove', points);
		}
		await this.#send('touchEnd', []);
	}

	/** Two fingers, from so far apart to so far apart, in px. */
	pinch(at: Point, from: number, to: number): Promise<void> {
		const steps = Array.from({ length: 8 }, (_, step) => from + ((to - from) * step) / 7);
		const side = (sign: 1 | -1) =>
			steps.map((apart) => ({ x: at.x + (sign * apart) / 2, y: at.y + (sign * apart) / 2 }));
		return this.draw(side(-1), side(1));
	}

	async #send(type: Touch['type'], points: readonly Point[]): Promise<void> {
		const touchPoints = points.map((point, id) => ({ ...point, id }));
		await this.glass.send('Input.dispatchTouchEvent', { type, touchPoints });
	}
}

/** From one point to another, in a straight line. */
export function line(from: Point, to: Point, steps = 6): Path {
	return Array.from({ length: steps + 1 }, (_, step) => ({
		x: from.x + ((to.x - from.x) * step) / steps,
		y: from.y + ((to.y - from.y) * step) / steps,
	}));
}
