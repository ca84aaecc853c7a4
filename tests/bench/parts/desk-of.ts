import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { smallPicture } from '../../support/folder.ts';

/** An exhibition with one gallery of so many pictures, each of its own colour; `ids` as they hang. */
export async function deskOf(root: string, count: number): Promise<string[]> {
	const names = Array.from({ length: count }, (_, at) => `window-on-the-way-to-${word(at)}`);
	await mkdir(join(root, 'road'), { recursive: true });
	await writeFile(
		join(root, 'exhibition.yaml'),
		'format: 1\ntitle: { en: Many }\nlanguages: [en, tg, ru]\ngalleries: [road]\n',
	);
	for (let at = 0; at < count; at += 50)
		await Promise.all(names.slice(at, at + 50).map((name) => picture(root, name)));
	const yaml = `title: { en: Road, tg: Роҳ, ru: Дорога }\nphotos:\n${names.map(entry).join('')}`;
	await writeFile(join(root, 'road', 'gallery.yaml'), yaml);
	return names;
}

async function picture(root: string, name: string): Promise<void> {
	const isTall = name.length % 3 === 0;
	const bytes = await smallPicture(
		name,
		...((isTall ? [300, 420] : [420, 300]) as [number, number]),
	);
	await writeFile(join(root, 'road', `${name}.jpg`), bytes);
}

/** A number in letters: digits would look like a camera's counter. */
function word(number: number): string {
	return [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

const entry = (name: string) => `  - file: ${name}.jpg
    title: { en: "A window", tg: "Тиреза", ru: "Окно" }
    caption: { en: "Behind it the steppe.", tg: "Пас аз он дашт.", ru: "За ним степь." }
    alt: { en: "A window of a train" }
    consent: { status: given, ref: C-2025-001, scope: [web, kiosk], identifiable: yes, given_on: 2025-11-03 }
`;
