import type { Page } from 'playwright-core';
import { Fingers, line, type Point } from './fingers.ts';
import { upright, type Hall } from './kiosk-hall.ts';
import { seeded } from './seeded.ts';

/** Keys that lead out of a page, or open something of the browser's. */
const keys = [
	...['Control+t', 'Control+n', 'Control+p', 'Control+s', 'Control+u', 'Control+o', 'Control+f'],
	...['Alt+ArrowLeft', 'Alt+Home', 'F1', 'F5', 'F11', 'F12', 'Control+Shift+i', 'Control+Equal'],
	...['ContextMenu', 'Escape', 'Tab', 'Enter', 'Space', 'Backspace', 'Control+a', 'PageDown'],
];

export interface Escaped {
	/** What a visitor could do that nobody may, with the number of the gesture. */
	escapes: string[];
	faults: string[];
	page: Page;
}

/** So many gestures of people who do what they like, two of them at once at times. */
export async function monkey(hall: Hall, count: number, seed: number): Promise<Escaped> {
	const { page, faults } = await hall.screen();
	const escapes: string[] = [];
	page.on('dialog', (dialog) => void escapes.push(`dialog: ${dialog.type()}`));
	page.on('download', (download) => void escapes.push(`download: ${download.url()}`));
	page.on('popup', () => void escapes.push('another window'));
	const fingers = await Fingers.on(page);
	const random = seeded(seed);
	for (let number = 1; number <= count; number++) {
		await gesture(page, fingers, random);
		if (number % 10 === 0) escapes.push(...(await stateOf(page, hall, number)));
	}
	return { escapes, faults, page };
}

async function stateOf(page: Page, hall: Hall, number: number): Promise<string[]> {
	const now = await page.evaluate(() => ({
		origin: location.origin,
		scale: visualViewport?.scale,
		fullscreen: document.fullscreenElement !== null,
		selected: String(getSelection()),
	}));
	const wrong = [
		`${now.origin}/` !== hall.address && `left for ${now.origin}`,
		now.scale !== 1 && `scaled by ${now.scale}`,
		now.fullscreen && 'fills the screen',
		now.selected !== '' && `selected ${now.selected}`,
		page.context().pages().length > 1 && 'opened a second window',
	];
	return wrong.filter((one) => one !== false).map((one) => `${number}: ${one}`);
}

type Random = () => number;

async function gesture(page: Page, fingers: Fingers, random: Random): Promise<void> {
	const at = (): Point => ({ x: random() * upright.width, y: random() * upright.height });
	const edge = (): Point => ({ x: random() < 0.5 ? 1 : upright.width - 1, y: at().y });
	const kinds = [
		() => fingers.tap(at()),
		() => fingers.tap(at()),
		() => twice(fingers, at()),
		() => fingers.draw(line(at(), at())),
		() => fingers.draw(line(edge(), at())),
		() => fingers.draw(line({ x: at().x, y: 1 }, at())),
		() => fingers.pinch(at(), 40 + random() * 200, 40 + random() * 600),
		() => fingers.draw(line(at(), at()), line(at(), at())),
		() => fingers.hold(at(), 600),
		() => page.keyboard.press(keys[Math.floor(random() * keys.length)] as string),
		() => clicked(page, at(), random() < 0.5 ? 'right' : 'middle'),
		() => wheeled(page, random),
	];
	// The slow ones are rarer.
	const kind = random() < 0.02 ? 8 : Math.floor(random() * kinds.length);
	await (kinds[kind === 8 && random() < 0.8 ? 0 : kind] as () => Promise<void>)();
}

async function twice(fingers: Fingers, at: Point): Promise<void> {
	await fingers.tap(at);
	await fingers.tap(at);
}

async function clicked(page: Page, { x, y }: Point, button: 'right' | 'middle'): Promise<void> {
	await page.mouse.click(x, y, { button });
}

async function wheeled(page: Page, random: Random): Promise<void> {
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, random() * 400 - 200);
	await page.keyboard.up('Control');
}
