import { goto, preloadCode } from '$app/navigation';
import { page } from '$app/state';
import { SvelteMap } from 'svelte/reactivity';
import { loadInterface } from '../i18n/messages.ts';
import { href } from '../links.ts';
import { KeptHall } from '../offline/hall.svelte.ts';
import { leave } from '../offline/registration.ts';
import type { ShownKiosk } from '../show/kiosk.ts';
import type { StateName } from './contract.ts';
import { cornerGesture, stuckTouch } from './corner.ts';
import { Device } from './device.svelte.ts';
import { dress } from './dress.ts';
import { untouched } from './fresh.ts';
import { glassOf, type Glass } from './glass.ts';
import { guard } from './guard.ts';
import { Kiosk } from './kiosk.svelte.ts';
import { keepAwake } from './awake.ts';
import { Wellbeing, type Pulse } from './pulse.ts';
import { patience } from './patience.ts';
import { isPlaying, isStory, wordsOnScreen } from './reading.ts';
import { Seen } from './seen.ts';
import { loadKioskWords, type KioskWords } from './words.ts';

/** States in which a tap is meant for the kiosk alone, and the page does not get it. */
const consuming: ReadonlySet<StateName | undefined> = new Set(['warn', 'night'] as const);

/** A screen in a hall: its device, its glass, the visit, and the page that it stands around. */
export class Hall {
	kiosk = $state.raw<Kiosk>();
	shown = $state.raw<ShownKiosk>();
	/** What was looked at last. */
	photo = $state<string>();
	/** On a tablet, which has no kioskd that keeps everything. */
	kept = $state.raw<KeptHall>();
	readonly device = new Device();
	readonly words = new SvelteMap<string, KioskWords>();
	#isStuck = false;
	#isSwallowed = false;
	#isEntering = false;
	readonly #seen = new Seen();
	readonly #wellbeing = new Wellbeing();
	readonly #ends: (() => void)[] = [];

	get language(): string {
		return this.device.setup.language ?? this.shown?.settings.language ?? 'en';
	}

	get glass(): Glass {
		const { innerWidth: width, innerHeight: height } = window;
		return glassOf({ width, height }, this.kiosk?.isLarge ?? false, this.device.setup.panel);
	}

	/** Of what is shown, on the published site; undefined where that has none. */
	get address(): string | undefined {
		const { publicUrl } = this.shown ?? {};
		if (!publicUrl || page.data.lang === undefined || this.#isOnlyHere) return undefined;
		const path = page.state.photo === undefined ? page.url.pathname : location.pathname;
		return publicUrl.replace(/\/$/, '') + path;
	}

	get #isOnlyHere(): boolean {
		const { photos = [], stories = [] } = this.shown?.settings.onlyHere ?? {};
		const photo = page.state.photo ?? page.params.photo ?? '';
		return photos.includes(photo) || stories.includes(page.params.story ?? '');
	}

	/** From a black screen to the first picture. */
	async open(): Promise<void> {
		const [, screen = 'main'] = /[?&]screen=([\w.-]+)/.exec(location.search) ?? [];
		await goto(href('kiosk'), { replaceState: true });
		const shown = page.data.kiosk as ShownKiosk;
		await this.device.find(screen);
		const clear = untouched();
		const visited = { isStory, words: wordsOnScreen, isPlaying, clear: () => this.#refresh(clear) };
		const kiosk = new Kiosk(shown.settings.seconds, visited, this.device.setup);
		this.#attend(kiosk);
		const { languages } = shown;
		const loaded = await Promise.all(languages.map(loadKioskWords));
		languages.forEach((lang, index) => this.words.set(lang, loaded[index] as KioskWords));
		void Promise.all(languages.map((lang) => loadInterface(lang, lang, true)));
		void preloadCode(href(this.language));
		this.shown = shown;
		this.kiosk = kiosk;
		this.#keep(kiosk);
		await this.#prove(kiosk, shown, 5);
	}

	close(): void {
		for (const end of this.#ends.splice(0)) end();
	}

	/** The first touch, in a language. */
	async enter(lang: string): Promise<void> {
		// Its words are there before the last visit is cleared away: a quick finger is not to touch in vain.
		await this.kiosk?.cleared;
		if (this.#isEntering || this.kiosk?.state.name !== 'attract') return;
		this.#seen.begin();
		this.#isEntering = true;
		await goto(href(lang), { replaceState: true }).finally(() => (this.#isEntering = false));
	}

	/** What the first touch leads to is drawn next: in the same frame the screen is the visitor's. */
	arrive(): void {
		if (this.#isEntering) this.kiosk?.happen('enter');
	}

	/** What the visitor looks at now. */
	look(photo: string | undefined, gallery: string | undefined): void {
		this.photo = photo ?? this.photo;
		this.#seen.photo(photo);
		this.#seen.gallery(gallery);
	}

	take(address: string, isOutside: boolean): void {
		this.#seen.code();
		this.kiosk?.show(address, isOutside);
	}

	/** The page wears what the visitor chose. */
	dress(lang: string, bar: number): void {
		const { kiosk, glass } = this;
		const wall = kiosk?.wall ?? (page.data.wall as string | undefined) ?? 'night';
		const isLow = kiosk?.isLow ?? false;
		const isHeard = this.device.isHeard(this.shown?.settings.sound ?? 'on');
		// A fresh screen is dressed anew; and after the layout, which hangs each page on its own wall.
		void kiosk?.visits;
		queueMicrotask(() => dress({ lang, wall, isLow, isHeard, glass, bar }));
	}

	/** Can it show a picture of every gallery? Else again in 5, 10, 20 … 60 s. */
	async #prove(kiosk: Kiosk, shown: ShownKiosk, wait: number): Promise<void> {
		const isWell = await this.#wellbeing.prove(shown.proofs, this.device.hidden);
		kiosk.happen(isWell ? 'loaded' : 'failed');
		if (isWell) return;
		setTimeout(() => void this.#prove(kiosk, shown, Math.min(60, wait * 2)), wait * 1000);
	}

	#keep(kiosk: Kiosk): void {
		if (this.device.kioskd) return void leave();
		const isFree = () => kiosk.state.name === 'attract';
		this.kept = new KeptHall({ isFree, hide: (photos) => this.device.hide(photos) });
		this.#ends.push(() => this.kept?.close());
		void this.kept.open();
	}

	#attend(kiosk: Kiosk): void {
		const corner = cornerGesture();
		const stuck = stuckTouch();
		const touched = ({ clientX: x, clientY: y }: PointerEvent) => {
			this.#isStuck = stuck(x, y, performance.now());
			if (this.#isStuck) return;
			kiosk.used();
			// Else kioskd could have the page load another release while this visitor comes.
			if (kiosk.state.name === 'attract') this.tell();
			this.#isSwallowed = consuming.has(kiosk.state.name);
			if (corner(x, y, performance.now()) && this.device.kioskd) kiosk.happen('corner');
		};
		const guarding = guard({
			touched,
			used: () => kiosk.used(),
			outside: (address) => this.take(address, true),
			isSwallowed: () => this.#isSwallowed,
			swallowed: () => kiosk.happen('touch'),
		});
		const attending = this.device.attend({
			end: () => kiosk.happen('again'),
			darken: (isNight) => kiosk.darken(isNight),
		});
		this.#wellbeing.beat(
			(pulse) => this.#beat(kiosk, pulse),
			() => kiosk.state.name === 'night',
		);
		if (this.device.kioskd) this.#ends.push(patience());
		this.#ends.push(guarding, attending, keepAwake(), () => this.#wellbeing.end());
	}

	/** kioskd knows at once what has changed: at night the panel follows. */
	tell(): void {
		if (this.kiosk) this.#beat(this.kiosk, this.#wellbeing.now);
	}

	#beat(kiosk: Kiosk, pulse: Pulse): void {
		const { release, screen } = this.device.setup;
		const sinceTouchMs = kiosk.sinceTouch === null ? null : Math.round(kiosk.sinceTouch);
		const state = kiosk.state.name;
		const stuckTouch = this.#isStuck;
		this.device.kioskd?.beat({ ...pulse, release, screen, state, sinceTouchMs, stuckTouch });
	}

	async #refresh(clear: () => Promise<void>): Promise<void> {
		const language = (page.data.lang as string | undefined) ?? this.language;
		this.device.kioskd?.count(this.#seen.end(language));
		this.photo = undefined;
		const away = () => goto(href('kiosk'), { replaceState: true });
		await away();
		// A link that was touched just before came in between.
		if (page.data.lang !== undefined) await away();
		await clear();
	}
}
