import { resolve } from 'node:path';
import type { Review, Target } from '../studio/contract/publish.ts';
import { megabytes, type Step } from '../studio/publish/carry-out.ts';
import { publish, review, targets, type Published } from '../studio/publish/publish.ts';
import type { Chosen } from '../studio/publish/settings.ts';
import { forget, namedTarget } from '../studio/publish/targets.ts';
import { wordsOf } from '../studio/publish/target-words.ts';
import { options, type Options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import { buildFlags } from './build.ts';
import type { Command } from './command.ts';
import { plural } from './print.ts';
import { askSecret } from './secret.ts';

const flags = {
	fast: buildFlags.fast,
	fine: buildFlags.fine,
	to: { type: 'string' },
	'dry-run': { type: 'boolean' },
	name: { type: 'string' },
	key: { type: 'string' },
	forget: { type: 'string' },
} as const;

/**
 * `npm run publish -- --to TARGET [--dry-run] [--name NAME] [--key FILE]`: builds the exhibition and brings
 * the target up to it. `--forget NAME` forgets a target; without a target those that are known are listed.
 */
export const run: Command = async (args, checkout) => {
	const using = options(args, process.env, checkout, flags);
	const { exhibition, flags: given } = using;
	const { to, forget: forgotten } = given as { to?: string; forget?: string };
	if (forgotten !== undefined) {
		await forget(exhibition, forgotten);
		console.log(`"${forgotten}" is forgotten; what was published there stays there`);
		return 0;
	}
	if (to === undefined) return listTargets(exhibition);
	const { target, chosen } = await wanted(using, to);
	const found = await review(exhibition, target, chosen);
	tellReview(found);
	if (found.errors.length > 0) {
		const [{ message, remedy }] = found.errors as [Review['errors'][number]];
		throw new Refusal(`nothing was published: ${message}`, remedy, 1);
	}
	tell(await publish(exhibition, target, chosen), chosen);
	return 0;
};

async function wanted(using: Options, to: string): Promise<{ target: Target; chosen: Chosen }> {
	const here = process.env.INIT_CWD ?? process.cwd();
	const { exhibition, flags: given } = using;
	const { name, key } = given as { name?: string; key?: string };
	const found = await namedTarget(exhibition, to, here);
	const file = key === undefined ? undefined : resolve(here, key);
	const target = found.kind === 'sftp' && file ? { ...found, key: file } : found;
	const chosen: Chosen = {
		using,
		name,
		dryRun: given['dry-run'] === true,
		ask: askSecret,
		kioskKey: file,
		onProgress: printer(),
	};
	return { target, chosen };
}

async function listTargets(exhibition: string): Promise<number> {
	const all = await targets(exhibition);
	if (all.length === 0)
		throw new Refusal('no target is named', 'write it as --to TARGET; the README lists them', 2);
	for (const one of all) console.log(`${one.name}: ${wordsOf(one)}`);
	return 0;
}

function tellReview({ errors, warnings, newlyPublic, noLongerPublic }: Review): void {
	for (const { level, file, line, message, remedy } of [...errors, ...warnings])
		console.error(
			`${file}${line === undefined ? '' : `:${line}`}: ${level}: ${message}; ${remedy}`,
		);
	const said = (ids: readonly string[], what: string) =>
		ids.length > 0 && console.log(`${plural(ids.length, 'photo')} ${what}: ${ids.join(', ')}`);
	said(newlyPublic, 'not there yet');
	said(noLongerPublic, 'there now, to be taken off');
}

/** On a terminal one line that changes; elsewhere one every few seconds. */
function printer(out = process.stderr, now = () => performance.now()): (step: Step) => void {
	let told = -Infinity;
	return ({ done, of, says }) => {
		const isLast = done === of;
		if (out.isTTY) out.write(`\r\x1b[K${done} of ${of}: ${says}${isLast ? '\n' : ''}`);
		else if (isLast || now() - told > 5000) {
			told = now();
			out.write(`${done} of ${of}: ${says}\n`);
		}
	};
}

const most = 40;

function tell(
	{ put, removed, bytes, address, name, newHost }: Published,
	{ dryRun }: Chosen,
): void {
	const lines = [...put.map((path) => `+ ${path}`), ...removed.map((path) => `- ${path}`)];
	if (dryRun) {
		for (const line of lines.slice(0, most)) console.log(line);
		if (lines.length > most) console.log(`… and ${lines.length - most} more`);
	}
	const sizes = `${plural(put.length, 'file')} (${megabytes(bytes)})`;
	if (newHost) console.log(`the host was seen for the first time; its key is ${newHost}`);
	if (dryRun) {
		console.log(`would put ${sizes} and remove ${removed.length}; nothing was written`);
		return;
	}
	console.log(`put ${sizes}, removed ${removed.length}; next time: --to ${name}`);
	console.log(`published: ${address}`);
}
