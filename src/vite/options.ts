import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isDay, today, type Day } from '../lib/server/content/day.ts';
import type { Channel } from '../lib/server/content/terms.ts';
import type { Preset } from '../lib/server/images/settings.ts';
import { suggestion } from '../lib/server/content/nearest.ts';
import { Refusal } from './refusal.ts';

/** What every command may be told; paths are absolute. */
export interface Options {
	/** The folder of this project. */
	checkout: string;
	exhibition: string;
	out: string;
	port?: number;
	asOf: Day;
	cache: string;
	preset: Preset;
	channel: Channel;
	/** For the curator's eyes alone, and no report: as the public sees it, or with what is held back. */
	preview?: 'public' | 'drafts';
	/** As given on the command line, beside the flags. */
	rest: readonly string[];
	flags: Readonly<Record<string, string | boolean | undefined>>;
}

type Flags = NonNullable<ParseArgsConfig['options']>;

const common: Flags = {
	exhibition: { type: 'string' },
	out: { type: 'string' },
	port: { type: 'string' },
	'as-of': { type: 'string' },
	cache: { type: 'string' },
};

/**
 * Flags before environment variables before defaults.
 *
 * @param most so many words beside the flags are taken
 * @throws {Refusal} with exit code 2 for a flag or value that is not known
 */
export function options(
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	checkout: string,
	extra: Flags = {},
	most = 0,
): Options {
	const { values, positionals } = parsed(args, { ...common, ...extra });
	refuseStray(values, positionals[most]);
	const text = (flag: string, variable: string) =>
		(values[flag] as string | undefined) ?? (env[variable] || undefined);
	// npm changes into the project's folder; a path that a person types starts from where they are.
	const here = env.INIT_CWD ?? process.cwd();
	const path = (flag: string, variable: string, standard: string) =>
		resolve(here, text(flag, variable) ?? standard);
	const exhibition = path('exhibition', 'EXHIBITION', join(checkout, 'photos'));
	const port = text('port', 'PORT');
	return {
		checkout,
		exhibition,
		out: path('out', 'OUT', join(checkout, 'build')),
		port: port === undefined ? undefined : portOf(port),
		asOf: dayOf(text('as-of', 'AS_OF')),
		cache: path('cache', 'CACHE', join(exhibition, '.exhibition', 'cache')),
		preset: values.fast ? 'fast' : values.fine ? 'fine' : 'default',
		channel: values.kiosk ? 'kiosk' : 'web',
		rest: positionals,
		flags: values,
	};
}

function parsed(args: readonly string[], known: Flags) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: known,
			allowPositionals: true,
		});
		return { values: values as Record<string, string | boolean | undefined>, positionals };
	} catch (error) {
		const [, flag] = /Unknown option '--([^'=]+)/.exec((error as Error).message) ?? [];
		const message = flag ? `there is no flag --${flag}` : (error as Error).message;
		throw new Refusal(message, flag ? suggestion(flag, Object.keys(known)) : 'see the README', 2);
	}
}

/** What would be passed over in silence is more likely a slip. */
function refuseStray(values: Options['flags'], stray: string | undefined): void {
	if (stray !== undefined) {
		throw new Refusal(`"${stray}" is not a flag`, 'name a folder with --exhibition DIR', 2);
	}
	const empty = Object.keys(values).find((flag) => values[flag] === '');
	if (empty) throw new Refusal(`--${empty} is empty`, `write it as --${empty} VALUE`, 2);
	if (values.fast && values.fine) {
		throw new Refusal('--fast and --fine exclude each other', 'leave one of them out', 2);
	}
}

function portOf(value: string): number {
	const port = Number(value);
	if (/^\d+$/.test(value) && port < 65536) return port;
	throw new Refusal(`"${value}" is not a port`, 'write a number from 0 to 65535', 2);
}

function dayOf(value: string | undefined): Day {
	if (value === undefined) return today();
	if (isDay(value)) return value;
	throw new Refusal(`"${value}" is not a day`, 'write it as 2026-12-01', 2);
}
