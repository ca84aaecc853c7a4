import { hasErrors } from '../lib/server/content/examine.ts';
import { writeSchemas } from '../lib/server/content/schema/json-schema.ts';
import { checked } from '../vite/checked.ts';
import { liveProblems } from '../vite/live-site.ts';
import { options } from '../vite/options.ts';
import { ownFolder } from '../vite/report.ts';
import type { Command } from './command.ts';
import { plural, printProblems, summary } from './print.ts';

/** Everything that is wrong or missing; `--json` for programs, `--live URL` to look at a published site too. */
export const run: Command = async (args, checkout) => {
	const flags = {
		json: { type: 'boolean' },
		kiosk: { type: 'boolean' },
		live: { type: 'string' },
	} as const;
	const chosen = options(args, process.env, checkout, flags);
	const { exhibition, asOf } = chosen;
	const examined = await checked(chosen);
	const { decisions } = examined;
	const { live } = chosen.flags as { live?: string };
	const problems = [
		...examined.problems,
		...(live === undefined ? [] : await liveProblems(examined, live)),
	];
	// A folder that may only be read can be checked too.
	await ownFolder(exhibition)
		.then(writeSchemas)
		.catch(() => undefined);
	const published = [...decisions.photos.values()].filter((one) => one.published).length;
	const { nextDue: due = null } = decisions;
	if (chosen.flags.json) {
		console.log(JSON.stringify({ as_of: asOf, published, next_due: due, problems }, null, '\t'));
	} else {
		printProblems(problems, exhibition);
		const next = due ? `; the next change is due on ${due}` : '';
		console.log(`${plural(published, 'photo')} to publish; ${summary(problems)}${next}`);
	}
	return hasErrors(problems) ? 1 : 0;
};
