import { hasErrors } from '../lib/server/content/examine.ts';
import { writeSchemas } from '../lib/server/content/schema/json-schema.ts';
import { unreviewed } from '../lib/server/content/interface-words.ts';
import { checked, type Checked } from '../vite/checked.ts';
import { liveProblems } from '../vite/live-site.ts';
import { options } from '../vite/options.ts';
import { ownFolder } from '../vite/report.ts';
import type { Command } from './command.ts';
import { place, plural, printProblems, summary } from './print.ts';

/**
 * Everything that is wrong or missing; `--json` for programs, `--live URL` to look at a published site
 * too, `--translations` for what there is to translate.
 */
export const run: Command = async (args, checkout) => {
	const flags = {
		json: { type: 'boolean' },
		kiosk: { type: 'boolean' },
		live: { type: 'string' },
		translations: { type: 'boolean' },
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
	if (chosen.flags.translations) return listLacking(examined, exhibition);
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

/** What there is to translate, language by language, each at its line. */
function listLacking({ content, lacking }: Checked, root: string): number {
	const [source = 'en', ...others] = content.languages;
	const says = { missing: 'is missing', older: `is older than the ${source}` };
	for (const language of others) {
		const own = lacking.filter((one) => one.language === language);
		console.log(`${language}: ${own.length === 0 ? 'complete' : plural(own.length, 'text')}`);
		for (const { text, why } of own) {
			const { file, position } = text.at(why === 'older' ? language : source);
			console.log(`${place({ file, ...position }, root)}: ${language} ${says[why]}`);
		}
	}
	for (const language of unreviewed(content.languages, content.reviewed))
		console.log(`${language}: no speaker has reviewed the words of the interface yet`);
	return 0;
}
