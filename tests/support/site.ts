import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Told } from '../../src/vite/build.ts';
import { filesIn } from '../../src/vite/made.ts';
import { options, type Options } from '../../src/vite/options.ts';
import { Refusal } from '../../src/vite/refusal.ts';
import type { Report } from '../../src/vite/report.ts';
import { checkout } from './corpus.ts';

const silent: Told = { checked: () => {}, progress: () => {}, step: () => {} };

/** Settings of a build of `exhibition` into `out`. */
export function chosen(exhibition: string, out: string, more: Partial<Options> = {}): Options {
	const args = ['--exhibition', exhibition, '--out', out, '--as-of', '2026-11-24', '--fast'];
	const known = { fast: { type: 'boolean' } } as const;
	return { ...options(args, {}, checkout, known), ...more };
}

export function buildQuietly(settings: Options, told: Partial<Told> = {}): Promise<Report> {
	return build(settings, { ...silent, ...told });
}

/** A checkout builds one at a time: where another test's runs, this one waits until it has ended. */
export async function buildInTurn(settings: Options): Promise<Report> {
	for (;;) {
		const report = await buildQuietly(settings).catch(isBusy);
		if (report) return report;
		await new Promise((done) => setTimeout(done, 500));
	}
}

function isBusy(error: unknown): undefined {
	if (error instanceof Refusal && error.message.startsWith('another build is running')) return;
	throw error;
}

/** Every file of a folder with a hash of its bytes. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
	const files = await filesIn(folder);
	const hash = (file: string) =>
		createHash('sha256')
			.update(readFileSync(join(folder, file)))
			.digest('hex');
	return Object.fromEntries(files.map((file) => [file, hash(file)]));
}

/** A small exhibition of two galleries in two languages; `word` stands on every page of it. */
export function tinyExhibition(word = 'Tiny'): Record<string, string | true> {
	const entry = (file: string) =>
		`  - { file: ${file}, alt: "${file} seen", title: { en: "A ${file}", fa: "تصویر" }, consent: { status: not_needed } }\n`;
	return {
		'exhibition.yaml': `format: 1
title: { en: "${word} exhibition", fa: "نمایشگاه ${word}" }
languages: [en, fa]
galleries: [first, second]
`,
		'first/gallery.yaml': `title: { en: First }\nphotos:\n${entry('tea.jpg')}${entry('bread.jpg')}`,
		'first/tea.jpg': true,
		'first/bread.jpg': true,
		'second/gallery.yaml': `title: { en: Second }\nphotos:\n${entry('door.jpg')}  - ref: tea\n`,
		'second/door.jpg': true,
	};
}
