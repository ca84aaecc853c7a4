import { Edit } from '../../../lib/server/content/edit.ts';
import { readText } from '../../../lib/server/content/read-file.ts';
import type { Content, StoryRecord } from '../../../lib/server/content/record.ts';
import { short, type MadeFrom } from '../../../lib/server/content/translation-ledger.ts';
import { groupBy } from '../../../lib/server/content/tree.ts';
import { wholeStory } from '../../../lib/server/content/written-texts.ts';
import type { StoryOperation } from '../../contract/operations.ts';
import { bodyOf, partsOf, type Parts } from './stories.ts';
import type { Taken } from './returned.ts';

interface Told {
	operations: StoryOperation[];
	madeFrom: MadeFrom[];
	left: string[];
}

/** Stories with what was translated of them; one that is new in a language takes the source's front matter along. */
export async function storiesWith(content: Content, taken: readonly Taken[]): Promise<Told> {
	const told: Told = { operations: [], madeFrom: [], left: [] };
	const named = taken.flatMap((one) => {
		const { home } = one.item;
		return home.kind === 'story' ? [{ ...one, ...home }] : [];
	});
	for (const all of groupBy(named, ({ story, language }) => `${story} ${language}`).values()) {
		const [{ story, language, source }] = all as [(typeof named)[number]];
		const fresh = Object.fromEntries(all.map(({ part, text }) => [part, text]));
		await tell(content, { story, language, source, fresh }, told);
	}
	return told;
}

interface Fresh {
	story: string;
	language: string;
	/** Hash of the story that it was made from. */
	source: string;
	fresh: Parts;
}

async function tell(content: Content, { story, language, source, fresh }: Fresh, told: Told) {
	const of = (lang: string | undefined) =>
		content.stories.find((one) => one.id === story && one.lang === lang);
	const [original, own] = [of(content.languages[0]), of(language)];
	if (!original) return;
	const parts: Parts = { ...(own && partsOf(own)), ...fresh };
	const lacking = lackingIn(parts, partsOf(original));
	if (lacking) {
		told.left.push(`the story ${story} is not whole in ${language}: its ${lacking} is missing`);
		return;
	}
	const body =
		Object.keys(fresh).some((part) => part.startsWith('body ')) || !own ? bodyOf(parts) : own.body;
	const text = `---\n${matterOf(own ?? original, !own, fresh)}---\n${body}`;
	const was = own && (await readText(content.root, own.file));
	const base = typeof was === 'string' ? { was } : {};
	told.operations.push({ do: 'story', story, lang: language, ...base, text });
	if (source === short(wholeStory(original))) return;
	const matter = { title: parts.title, summary: parts.summary };
	const whole = wholeStory({ matter, body });
	told.madeFrom.push({ key: `stories/${story}`, language, source, text: whole });
}

/** What a story in a language must have, as its source has it. */
function lackingIn(parts: Parts, original: Parts): string | undefined {
	const needed = Object.keys(original).filter((part) => part !== 'summary' && original[part]);
	return needed.find((part) => !parts[part]);
}

/** A recording is of one language. */
function matterOf({ origin }: StoryRecord, isNew: boolean, { title, summary }: Parts): string {
	const edit = new Edit(origin.source?.text ?? '');
	if (isNew) edit.remove([], ['audio', ...(summary ? [] : ['summary'])]);
	if (title) edit.set(['title'], title);
	if (summary) edit.set(['summary'], summary);
	return edit.toString();
}
