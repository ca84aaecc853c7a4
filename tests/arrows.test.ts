import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { expect, it } from 'vitest';
import { checkout } from './support/corpus.ts';

/** Parts of `src/`, and what each may import besides itself; the first that fits a path names its part. */
const parts: [name: string, pattern: RegExp, mayImport: string[]][] = [
	['model', /^lib\/(((contact|kiosk|offline|story|words)-)?model|facets)\.ts$/, []],
	['fold', /^lib\/fold\.ts$/, []],
	['i18n', /^lib\/i18n\//, ['model']],
	['hang', /^lib\/hang\.ts$/, ['model']],
	['tiles', /^lib\/tiles\.ts$/, ['model']],
	['links', /^lib\/(channel|links|place|saving|visit)\.ts$/, []],
	['show', /^lib\/show\//, ['model', 'fold', 'i18n', 'hang']],
	['search', /^lib\/search\//, ['model', 'fold', 'show']],
	['conventions', /^lib\/conventions\//, ['model', 'i18n', 'show']],
	['offline', /^lib\/offline\//, ['model', 'i18n', 'links', 'show']],
	['service worker', /^service-worker\.ts$/, ['offline']],
	['kiosk page', /^lib\/kiosk\//, ['model', 'i18n', 'links', 'show', 'components', 'offline']],
	['components', /^lib\/components\//, ['model', 'i18n', 'links', 'show']],
	[
		'lightbox',
		/^lib\/lightbox\//,
		['model', 'i18n', 'tiles', 'links', 'show', 'components', 'offline'],
	],
	['content', /^lib\/server\/content\//, ['model', 'fold', 'i18n']],
	['images', /^lib\/server\/images\//, ['model', 'tiles', 'content']],
	['map', /^lib\/server\/map\//, []],
	['recordings', /^lib\/server\/recordings\//, ['model', 'content', 'images']],
	['exhibition', /^lib\/server\/exhibition\.ts$/, ['model', 'content', 'images']],
	['params', /^params\//, []],
	['css', /^app\.css$/, []],
	[
		'routes',
		/^(routes\/|hooks\.server\.ts$)/,
		[
			...['model', 'i18n', 'links', 'show', 'search', 'conventions', 'components', 'lightbox'],
			...['map', 'exhibition', 'css', 'kiosk page'],
		],
	],
	['shell', /^app\.d\.ts$/, ['model']],
	['vite', /^vite\//, ['model', 'tiles', 'content', 'images', 'search', 'recordings']],
	['labels', /^labels\//, ['model', 'i18n', 'show', 'content', 'images', 'vite']],
	['kioskd', /^kiosk\//, ['model', 'content', 'kiosk page', 'vite']],
	['studio contract', /^studio\/contract\//, []],
	['studio files', /^studio\/files\//, ['studio contract', 'model', 'content']],
	['studio tables', /^studio\/tables\//, ['studio contract', 'model', 'content']],
	['publish', /^studio\/publish\//, ['studio contract', 'model', 'content', 'images', 'vite']],
	[
		'studio server',
		/^studio\/server\//,
		[
			...['studio contract', 'studio files', 'studio tables', 'publish'],
			...['model', 'i18n', 'content', 'images', 'vite'],
		],
	],
	['studio app', /^studio\/app\//, ['studio contract', 'model', 'i18n', 'hang', 'css']],
	[
		'cli',
		/^cli\//,
		[
			'content',
			'images',
			'vite',
			'labels',
			'kioskd',
			'studio contract',
			'studio files',
			'studio tables',
			'studio server',
			'publish',
		],
	],
];

const src = join(checkout, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => /\.(ts|js|svelte)$/.test(path));

function partOf(path: string): string | undefined {
	return parts.find(([, pattern]) => pattern.test(path))?.[0];
}

/** Paths below `src/` that a file imports from this project. */
function importsOf(file: string): string[] {
	const text = readFileSync(join(src, file), 'utf8');
	const specifiers = [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*['"]([^'"]+)['"]/g)];
	return specifiers.flatMap(([, specifier = '']) => {
		const path = specifier.replace(/\?.*$/, '');
		if (path.startsWith('$lib/')) return [`lib/${path.slice(5)}`];
		if (!path.startsWith('.') || path.startsWith('./$types')) return [];
		return [posix.join(posix.dirname(file), path)];
	});
}

/** An import may leave the extension out. */
function found(path: string): string {
	return [path, `${path}.ts`].find((one) => partOf(one)) ?? path;
}

it('every file belongs to a part', () => {
	expect(files.length).toBeGreaterThan(60);
	expect(files.filter((file) => !partOf(file))).toEqual([]);
});

it('arrows point one way', () => {
	const wrong = files.flatMap((file) => {
		const from = partOf(file);
		const allowed = parts.find(([name]) => name === from)?.[2] ?? [];
		return importsOf(file)
			.map((path) => [path, partOf(found(path))] as const)
			.filter(([, to]) => to !== from && !(to && allowed.includes(to)))
			.map(([path]) => `${file} -> ${relative('', path)}`);
	});
	expect(wrong).toEqual([]);
});

it('nothing that a browser runs imports what only a server may', () => {
	const wrong = files
		.filter(
			(file) =>
				/^lib\/(?!server\/)/.test(file) ||
				/^routes\/.*(?<!\.server|\+server)\.(ts|svelte)$/.test(file),
		)
		.filter((file) => importsOf(file).some((path) => path.startsWith('lib/server/')));
	expect(wrong).toEqual([]);
});
