import { page } from '$app/state';
import type { Kiosk as Settings } from '../kiosk-model.ts';
import type { Order, Setup, Stick } from './contract.ts';
import { alone, Kioskd } from './kioskd.ts';
import { Sound } from './sound.ts';

/** What happens to a visit by an order. */
interface Visited {
	/** What is shown must not be seen any more. */
	end(): void;
	darken(isNight: boolean): void;
}

/** The machine that the screen belongs to, as far as kioskd tells of it. */
export class Device {
	setup = $state.raw<Setup>(alone);
	hidden = $state.raw<readonly string[]>([]);
	/** It may be pulled out. */
	stick = $state<Stick>();
	/** Seconds for which the glass is still wiped. */
	cleaning = $state(0);
	kioskd = $state.raw<Kioskd>();
	readonly #sound = new Sound();

	async find(screen: string): Promise<void> {
		this.kioskd = await Kioskd.find(screen);
		this.setup = this.kioskd?.setup ?? { ...alone, screen };
		this.#sound.set(this.setup.volume);
		this.stick = this.setup.stick;
		this.#hide(this.setup.hidden);
	}

	isHeard(sound: Settings['sound']): boolean {
		return sound === 'on' || (sound === 'headphones' && this.setup.headphones);
	}

	/** Obeys kioskd, and keeps every recording no louder than it says; returns how to end that. */
	attend(visit: Visited): () => void {
		const silence = this.#sound.attend();
		const end = this.kioskd?.listen((order) => this.#obey(order, visit));
		return () => {
			silence();
			end?.();
		};
	}

	/** These too, until the page is loaded anew. */
	hide(photos: readonly string[]): void {
		const more = photos.filter((id) => !this.hidden.includes(id));
		if (more.length > 0) this.#hide([...this.hidden, ...more]);
	}

	#obey(order: Order, visit: Visited): void {
		if (order.order === 'reload') location.reload();
		if (order.order === 'language') this.setup = { ...this.setup, language: order.language };
		if (order.order === 'volume') this.#sound.set(order.volume);
		if (order.order === 'cleaning') this.#clean(order.seconds);
		if (order.order === 'stick') this.stick = order.stick;
		if (order.order === 'night') visit.darken(order.isNight);
		if (order.order !== 'hidden') return;
		this.#hide(order.photos);
		if (order.photos.includes(page.state.photo ?? page.params.photo ?? '')) visit.end();
	}

	/** kioskd does not give their files any more; their places go with them. */
	#hide(photos: readonly string[]): void {
		this.hidden = photos;
		document.getElementById('hidden-photos')?.remove();
		const style = document.createElement('style');
		style.id = 'hidden-photos';
		style.textContent = photos
			.map((id) => `:is(figure, li):has(a[href*="/${CSS.escape(id)}/"]) { display: none }`)
			.join('\n');
		document.head.append(style);
	}

	#clean(seconds: number): void {
		this.cleaning = seconds;
		const timer = setInterval(() => {
			this.cleaning -= 1;
			if (this.cleaning <= 0) clearInterval(timer);
		}, 1000);
	}
}
