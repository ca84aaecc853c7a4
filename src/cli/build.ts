import { hasErrors } from '../lib/server/content/examine.ts';
import { build } from '../vite/build.ts';
import { options, type Options } from '../vite/options.ts';
import type { Report } from '../vite/report.ts';
import type { Command } from './command.ts';
import { plural, printProblems, summary } from './print.ts';
import { progressPrinter } from './progress.ts';

export const buildFlags = {
	fast: { type: 'boolean' },
	fine: { type: 'boolean' },
	kiosk: { type: 'boolean' },
} as const;

export const run: Command = async (args, checkout) => {
	return buildAndTell(options(args, process.env, checkout, buildFlags));
};

/** Builds and says what came of it. Returns the exit code. */
export async function buildAndTell(chosen: Options): Promise<number> {
	const report = await build(chosen, {
		checked: (problems) => printProblems(problems, chosen.exhibition),
		progress: progressPrinter(),
		step: (name) => console.error(steps[name]),
	});
	if (report.problems.length > 0) console.error(summary(report.problems));
	if (hasErrors(report.problems)) {
		console.error(`${chosen.out} stays as it was`);
		return 1;
	}
	console.log(result(report, chosen));
	return 0;
}

const steps = {
	pictures: 'making the pictures',
	pages: 'making the pages',
	swap: 'putting the new site in its place',
};

function result({ photos, pages, next_due: due }: Report, { out }: Options): string {
	const parts = [
		`${plural(photos.published, 'photo')} on ${plural(pages.count, 'page')} in ${out}`,
		photos.held.length > 0 ? `${photos.held.length} held back` : '',
		photos.left_out.length > 0 ? `${photos.left_out.length} left out` : '',
		due ? `the next change is due on ${due}` : '',
	];
	return parts.filter(Boolean).join('; ');
}
