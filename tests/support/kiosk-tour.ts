import type { Drivable } from './bare-page.ts';
import type { Fingers, Point } from './fingers.ts';

const galleries = ['road', 'work', 'room', 'home'];
const languages = ['en', 'tg', 'ru', 'fa'];

/** At place `index`, round and round. */
const turn = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

/**
 * One visit, from attract to attract: three galleries, five photos in each, another language, a pinch and a code. The
 * visitor goes away in every third one; else they start again. It must be driven (`in-page.ts`).
 */
export async function tour(page: Drivable, fingers: Fingers, number: number): Promise<void> {
	await touch(page, fingers, `.attract button[lang=${turn(languages, number)}]`);
	await page.evaluate(() => driven.until('an entrance', () => document.querySelector('.controls')));
	for (let room = 0; room < 3; room++) {
		await openGallery(page, galleries[(number % 2) + room] as string);
		await touch(page, fingers, 'main a[data-photo] img');
		await page.evaluate(stepThrough, 4);
		if (room === 0) await changeLanguage(page, turn(languages, number + 1));
		if (room === 1) await lookCloser(page, fingers);
		if (room === 2) await takeHome(page);
		if (room < 2) await page.evaluate(closeViewer);
	}
	await (number % 3 === 0 ? goAway(page) : startAgain(page));
}

/** With a finger, where it is on the glass. */
export async function touch(page: Drivable, fingers: Fingers, selector: string): Promise<void> {
	await fingers.tap(await middleOf(page, selector));
}

/** Of the first one, once it is there, in sight, uncovered and at rest: a page that has just come is yet scrolled to its top. */
function middleOf(page: Drivable, selector: string): Promise<Point> {
	return page.evaluate(async (selector) => {
		const find = () => document.querySelector(selector);
		const middle = () => {
			const { x, y, width, height } = (find() as Element).getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		};
		let [last, still] = [{ x: NaN, y: NaN }, 0];
		const isAtRest = () => {
			if (!find()) return false;
			find()?.scrollIntoView({ block: 'center' });
			const now = middle();
			const top = document.elementFromPoint(now.x, now.y);
			const isThere = top !== null && find()?.contains(top) === true;
			still = isThere && now.x === last.x && now.y === last.y ? still + 1 : 0;
			last = now;
			return still >= 10;
		};
		await driven.until(`${selector} at rest`, isAtRest);
		return last;
	}, selector);
}

/** From a page that leads to it. Those without a finger are clicks: they cost no frame. */
async function openGallery(page: Drivable, gallery: string): Promise<void> {
	await page.evaluate(async (gallery) => {
		const link = `main a[href*="galleries/${gallery}/"]:not([data-photo])`;
		await driven.until(link, () => document.querySelector(link));
		document.querySelector<HTMLElement>(link)?.click();
		const isThere = () => location.pathname.endsWith(`/${gallery}/`);
		await driven.until(gallery, () => isThere() && document.querySelector('main a[data-photo]'));
	}, gallery);
}

/** Runs within the page. */
async function stepThrough(count: number): Promise<void> {
	await driven.until('a viewer', () => document.querySelector('.viewer[open] .arrow'));
	await driven.sharp();
	for (let step = 0; step < count; step++) {
		const number = () => document.querySelector('.viewer .number')?.textContent;
		const before = number();
		document.querySelectorAll<HTMLElement>('.viewer .arrow')[1]?.click();
		await driven.until('the next photo', () => number() !== before);
		// Behind a content note.
		document.querySelector<HTMLElement>('.viewer .words > button')?.click();
		await driven.sharp();
	}
}

/** Runs within the page. */
async function closeViewer(): Promise<void> {
	document.querySelector<HTMLElement>('.viewer[open] .bar button')?.click();
	await driven.until('the wall', () => !document.querySelector('.viewer[open]'));
}

/** In the viewer: its photo is looked at in the other language. */
async function changeLanguage(page: Drivable, lang: string): Promise<void> {
	await page.evaluate(async (lang) => {
		document
			.querySelector<HTMLElement>(
				`.controls .languages [lang=${lang}], .controls .languages [aria-current] ~ button`,
			)
			?.click();
		await driven.until('another language', () => location.pathname.startsWith(`/${lang}/`));
	}, lang);
}

async function lookCloser(page: Drivable, fingers: Fingers): Promise<void> {
	await fingers.pinch(await middleOf(page, '.viewer .place'), 60, 240);
	await page.evaluate(() =>
		driven.until('a closer look', () => document.querySelectorAll('.viewer .arrow').length > 2),
	);
}

/** Runs a code up, and away. */
async function takeHome(page: Drivable): Promise<void> {
	await page.evaluate(async () => {
		document.querySelectorAll<HTMLElement>('.controls .tools button')[1]?.click();
		await driven.until('a code', () => document.querySelector('.home'));
		document.querySelector<HTMLElement>('.home button')?.click();
		await driven.until('no code', () => !document.querySelector('.home'));
	});
}

async function startAgain(page: Drivable): Promise<void> {
	await page.evaluate(async () => {
		document.querySelector<HTMLElement>('.controls .again')?.click();
		await driven.until('attract', () => document.querySelector('.attract'));
	});
}

/** Idle, warned, forgotten: a minute of it takes a tenth of a second. */
async function goAway(page: Drivable): Promise<void> {
	await page.evaluate(async () => {
		driven.isHurried = true;
		dispatchEvent(new Event('scroll'));
		await driven.until('a warning', () => document.querySelector('#still'));
		await driven.until('attract', () => document.querySelector('.attract'));
		driven.isHurried = false;
	});
}
