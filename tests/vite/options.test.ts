import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { options } from '../../src/vite/options.ts';
import { Refusal } from '../../src/vite/refusal.ts';

const checkout = resolve('/nigoh');
const here = resolve('/home/curator');
const known = {
	fast: { type: 'boolean' },
	fine: { type: 'boolean' },
	kiosk: { type: 'boolean' },
} as const;

function chosen(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
	return options(args, { INIT_CWD: here, ...env }, checkout, known);
}

function refusalOf(args: readonly string[], env: NodeJS.ProcessEnv = {}): unknown {
	try {
		return chosen(args, env);
	} catch (error) {
		return error;
	}
}

afterEach(() => vi.useRealTimers());

describe('options', () => {
	it('need not be given', () => {
		vi.useFakeTimers({ now: new Date(2026, 10, 24, 9, 30) });
		expect(chosen()).toMatchObject({
			checkout,
			exhibition: join(checkout, 'photos'),
			out: join(checkout, 'build'),
			port: undefined,
			asOf: '2026-11-24',
			cache: join(checkout, 'photos', '.exhibition', 'cache'),
			preset: 'default',
			channel: 'web',
			rest: [],
		});
	});

	it.each([
		['exhibition', 'EXHIBITION', ['/flag', '/variable'], [resolve('/flag'), resolve('/variable')]],
		['out', 'OUT', ['/flag', '/variable'], [resolve('/flag'), resolve('/variable')]],
		['cache', 'CACHE', ['/flag', '/variable'], [resolve('/flag'), resolve('/variable')]],
		['port', 'PORT', ['8080', '9090'], [8080, 9090]],
		['as-of', 'AS_OF', ['2026-12-01', '2027-12-01'], ['2026-12-01', '2027-12-01']],
	] as const)('--%s goes before %s', (flag, variable, [given, set], [asGiven, asSet]) => {
		const key = flag === 'as-of' ? 'asOf' : flag;
		expect(chosen([`--${flag}`, given], { [variable]: set })[key]).toBe(asGiven);
		expect(chosen([], { [variable]: set })[key]).toBe(asSet);
	});

	it('an empty variable counts as none', () => {
		const empty = { EXHIBITION: '', OUT: '', CACHE: '', PORT: '', AS_OF: '' };
		vi.useFakeTimers({ now: new Date(2026, 10, 24) });
		expect(chosen([], empty)).toEqual(chosen());
	});

	it('a path starts from where the person is, not from where npm went', () => {
		const { exhibition, out } = chosen(['--exhibition', 'my photos', '--out', '../site']);
		expect(exhibition).toBe(join(here, 'my photos'));
		expect(out).toBe(resolve(here, '../site'));
		expect(chosen([], { OUT: 'site' }).out).toBe(join(here, 'site'));
		const { out: plain } = options(['--out', 'site'], {}, checkout);
		expect(plain).toBe(join(process.cwd(), 'site'));
	});

	it('the cache lies in the exhibition that was named', () => {
		const { cache } = chosen(['--exhibition', '/elsewhere']);
		expect(cache).toBe(join(resolve('/elsewhere'), '.exhibition', 'cache'));
	});

	it('name a preset and a channel', () => {
		expect(chosen(['--fast']).preset).toBe('fast');
		expect(chosen(['--fine']).preset).toBe('fine');
		expect(chosen(['--kiosk']).channel).toBe('kiosk');
	});

	it('keep what stands beside the flags, where a command takes it', () => {
		const { rest } = options(['one', '--fast', 'two'], {}, checkout, known, 2);
		expect(rest).toEqual(['one', 'two']);
	});
});

describe('what is not an option is refused as wrong use', () => {
	it.each([
		['a flag that is nearly one', ['--prot', '80'], 'there is no flag --prot', /"port"/],
		['a flag of another command', ['--title=A'], 'there is no flag --title', /./],
		['a flag without its value', ['--out'], /argument missing/, /README/],
		['a day that no calendar has', ['--as-of', '2026-02-30'], '"2026-02-30" is not a day', /-12-/],
		['a day in words', ['--as-of', 'tomorrow'], '"tomorrow" is not a day', /2026-12-01/],
		['a port in words', ['--port', 'http'], '"http" is not a port', /65535/],
		['a port in another notation', ['--port', '1e3'], '"1e3" is not a port', /65535/],
		['a flag that is left empty', ['--out='], '--out is empty', /--out VALUE/],
		['a folder without its flag', ['my-photos'], '"my-photos" is not a flag', /--exhibition DIR/],
		['two presets', ['--fast', '--fine'], /exclude each other/, /one of them/],
	])('%s', (_name, args, message, remedy) => {
		const refusal = refusalOf(args);
		expect(refusal).toBeInstanceOf(Refusal);
		expect(refusal).toMatchObject({
			message: typeof message === 'string' ? message : expect.stringMatching(message),
			remedy: expect.stringMatching(remedy),
			exitCode: 2,
		});
	});

	it('a wrong value in a variable too', () => {
		expect(refusalOf([], { PORT: '70000' })).toMatchObject({ message: '"70000" is not a port' });
		expect(refusalOf([], { AS_OF: '24.11.2026' })).toMatchObject({ exitCode: 2 });
	});

	it('every port there is, and no other number', () => {
		fc.assert(
			fc.property(fc.integer({ min: -70_000, max: 140_000 }), (port) => {
				const read = refusalOf([`--port=${port}`]);
				if (port >= 0 && port <= 65_535) expect(read).toMatchObject({ port });
				else expect(read).toBeInstanceOf(Refusal);
			}),
			{ examples: [[-1], [0], [65_535], [65_536]] },
		);
		expect(refusalOf(['--port', '80.5'])).toBeInstanceOf(Refusal);
	});
});
