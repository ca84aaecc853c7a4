import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Answers } from '../lib/server/content/new-exhibition.ts';
import { beginExhibition } from '../vite/begin.ts';
import { options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import type { Command } from './command.ts';

const text = { type: 'string' } as const;
const questions: Record<keyof Answers, [string, string]> = {
	title: ['Title of the exhibition', 'My exhibition'],
	languages: ['Languages, the one you write in first (en, tg, ru, ky, fa …)', 'en'],
	organisation: ['Name of the organisation', ''],
};

/** `npm run photos:new -- DIR`: a new exhibition.yaml, from three answers. */
export const run: Command = async (args, checkout) => {
	const flags = { title: text, languages: text, organisation: text };
	const { rest, flags: given } = options(args, process.env, checkout, flags, Infinity);
	const [folder, ...others] = rest;
	if (folder === undefined || others.length > 0) {
		throw new Refusal('photos:new makes one folder', 'write npm run photos:new -- DIR', 2);
	}
	const root = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
	const answers = await ask(given as Partial<Answers>);
	const file = await beginExhibition(root, answers);
	console.log(
		`${file} is written. Put each gallery's photographs into a folder beside it, then run`,
	);
	const quoted = /[^\w./-]/.test(folder) ? JSON.stringify(folder) : folder;
	console.log(`npm run photos:check -- --exhibition ${quoted}`);
	return 0;
};

/** What was not given as a flag is asked; without a terminal, an answer is a line of the input. */
async function ask(given: Partial<Answers>): Promise<Answers> {
	const answers = { title: '', languages: '', organisation: '', ...given };
	const missing = (Object.keys(questions) as (keyof Answers)[]).filter((key) => !given[key]);
	if (missing.length === 0) return answers;
	const lines = createInterface({ input: process.stdin, output: process.stdout });
	let isStopped = false;
	lines.once('SIGINT', () => {
		isStopped = true;
		lines.close();
	});
	const reader = lines[Symbol.asyncIterator]();
	for (const key of missing) {
		const [question, standard] = questions[key];
		process.stdout.write(`${question}${standard ? ` [${standard}]` : ''}: `);
		const { value, done } = await reader.next();
		if (isStopped) throw new Refusal('stopped', 'nothing was written', 1);
		answers[key] = (done ? '' : value.trim()) || standard;
	}
	lines.close();
	return answers;
}
