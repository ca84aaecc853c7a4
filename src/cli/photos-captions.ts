import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { hasErrors } from '../lib/server/content/examine.ts';
import { suggestion } from '../lib/server/content/nearest.ts';
import { readContent } from '../lib/server/content/read.ts';
import type { Content } from '../lib/server/content/record.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import type { Outcome, Step } from '../studio/contract/operations.ts';
import type { Table } from '../studio/contract/tables.ts';
import { Desk } from '../studio/files/desk.ts';
import { StudioRefusal } from '../studio/files/studio-refusal.ts';
import { captionsCsv } from '../studio/tables/captions.ts';
import type { Verb } from '../studio/tables/cell.ts';
import { compare } from '../studio/tables/compare.ts';
import { TableFault } from '../studio/tables/fault.ts';
import { guess } from '../studio/tables/guess.ts';
import { tablesIn } from '../studio/tables/tables-in.ts';
import { options, type Options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import { tellCompared, tellConflicts } from './captions-told.ts';
import type { Command } from './command.ts';
import { plural, printProblems } from './print.ts';

const verbs: readonly Verb[] = ['append', 'revise', 'replace'];

/**
 * `npm run photos:captions -- export FILE`: all texts of all photos as a .csv; `import FILE [--verb append|revise|replace]
 * [--table NAME] [--dry-run]`: from a .csv, .xlsx or .docx, as one step that the studio can undo.
 */
export const run: Command = async (args, checkout) => {
	const verb = { type: 'string' } as const;
	const flags = { verb, table: verb, 'dry-run': { type: 'boolean' } } as const;
	const chosen = options(args, process.env, checkout, flags, 2);
	const [does, name] = chosen.rest;
	if (name === undefined || (does !== 'export' && does !== 'import'))
		throw wrongUse('photos:captions wants to know what to do with which file', 'export FILE');
	const file = resolve(process.env.INIT_CWD ?? process.cwd(), name);
	try {
		return await (does === 'export' ? goOut(chosen, file) : comeIn(chosen, file));
	} catch (error) {
		if (error instanceof TableFault) throw new Refusal(error.says, error.remedy, 1);
		if (error instanceof StudioRefusal) throw new Refusal(error.says, error.remedy, 1);
		throw error;
	}
};

async function goOut(chosen: Options, file: string): Promise<number> {
	if (!/\.csv$/i.test(file)) throw wrongUse('captions go out as .csv', 'export captions.csv');
	const content = await contentOf(chosen);
	await writeWhole(file, captionsCsv(content));
	console.log(`the texts of ${plural(content.photos.length, 'photo')} are in ${file}`);
	return 0;
}

async function comeIn(chosen: Options, file: string): Promise<number> {
	const { verb = 'revise', table: named, 'dry-run': isDry } = chosen.flags;
	const known = verbs.find((one) => one === verb);
	if (!known)
		throw new Refusal(
			`there is no verb "${String(verb)}"`,
			`write --verb ${verbs.join(' or ')}`,
			2,
		);
	const tables = await tablesIn(basename(file), await bytesOf(file));
	const content = await contentOf(chosen);
	const table = tableOf(tables, content, named as string | undefined);
	const mapping = guess(table.header, content.languages);
	const compared = compare(content, table, mapping, known);
	tellCompared(compared, table, mapping);
	if (compared.refused.length > 0) return 1;
	const { step, unknown } = compared;
	if (isDry || step.operations.length === 0) console.log('nothing was written');
	else if (!(await change(chosen, step))) return 1;
	return unknown.length > 0 ? 1 : 0;
}

async function bytesOf(file: string): Promise<Buffer> {
	return readFile(file).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') throw error;
		throw new Refusal(`there is no file ${file}`, 'name the table of captions', 1);
	});
}

/** The one that is named, or the first that says which photos it is of. */
function tableOf(tables: readonly Table[], { languages }: Content, name?: string): Table {
	const names = tables.map((one) => one.name);
	const isOfPhotos = ({ header }: Table) =>
		Object.values(guess(header, languages)).some((what) => ['id', 'file', 'number'].includes(what));
	const found = tables.find((one) => (name === undefined ? isOfPhotos(one) : one.name === name));
	if (found) return found;
	if (name !== undefined)
		throw new Refusal(`there is no table "${name}"`, suggestion(name, names), 1);
	const remedy = 'call one of its columns id, file or number';
	throw new Refusal(`no row of ${names.join(', ')} says which photo it is of`, remedy, 1);
}

async function contentOf({ exhibition, cache }: Options): Promise<Content> {
	const content = await readContent(exhibition, { cache });
	if (!hasErrors(content.problems)) return content;
	printProblems(
		content.problems.filter(({ level }) => level === 'error'),
		exhibition,
	);
	throw new Refusal('the exhibition has errors', 'mend them first', 1);
}

/** Through the studio's own way to the files: nothing is lost that somebody else wrote meanwhile. */
async function change({ exhibition, cache }: Options, step: Step): Promise<boolean> {
	const desk = await Desk.open(exhibition, { cache });
	let outcome: Outcome;
	try {
		outcome = await desk.change(step);
	} finally {
		await desk.close();
	}
	if (outcome.done) console.log(`${step.title}; the studio can undo it`);
	else tellConflicts(outcome.conflicts);
	return outcome.done;
}

function wrongUse(message: string, example: string): Refusal {
	return new Refusal(message, `write npm run photos:captions -- ${example}`, 2);
}
