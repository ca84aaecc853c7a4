/** `node kioskd.mjs [serve | prestart | pin | counts] [FLAGS]`: what a device runs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../../vite/refusal.ts';
import { systemRefusal } from '../../vite/system-error.ts';
import { askPin, writePin } from '../install/set-pin.ts';
import { systemBrowsers } from './browsers.ts';
import { countsCsv } from './counts-csv.ts';
import { kioskd } from './main.ts';
import { standardPort } from './options.ts';
import { prepareProfile } from './prestart.ts';
import { runProgram } from './run-program.ts';
import { countedDays } from './visits.ts';
import { Watchdog } from './watchdog.ts';

const flags = {
	data: { type: 'string', default: '/var/lib/kiosk' },
	config: { type: 'string', default: '/etc/kiosk/kiosk.json' },
	run: { type: 'string' },
	port: { type: 'string', default: String(standardPort) },
	profile: { type: 'string', default: '' },
	policy: { type: 'string', default: '' },
} as const;

const { values, positionals } = parseArgs({ options: flags, allowPositionals: true });

const commands: Record<string, () => Promise<void>> = { serve, prestart, pin, counts };

async function serve(): Promise<void> {
	const { data, config, run, port } = values;
	const browsers = systemBrowsers((screen) => join(data, `profile-${screen}`), runProgram);
	const watchdog = new Watchdog(runProgram, console.error);
	watchdog.start(process.env);
	const running = await kioskd({
		...{ data, config, run, browsers },
		port: Number(port),
		system: runProgram,
	});
	watchdog.answers = () => answers(running.port);
	console.log(`kioskd listens at http://127.0.0.1:${running.port}/`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			watchdog.stop();
			void running.close().then(() => process.exit(0));
		});
	}
}

async function prestart(): Promise<void> {
	const { profile, policy, port } = values;
	if (!(await prepareProfile(profile))) console.error(`${profile} is in use by another browser`);
	const text = await readFile(policy, 'utf8').catch(() => '');
	if (!text.includes(`127.0.0.1:${port}`)) {
		console.error(`the policy ${policy} is missing: visitors can leave the exhibition`);
	}
	// Any answer will do: kioskd has a page of its own for when there is nothing to be shown.
	for (let tries = 0; tries < 40 && !(await answers(Number(port))); tries++) {
		await new Promise((done) => setTimeout(done, 500));
	}
}

function answers(port: number): Promise<boolean> {
	const signal = AbortSignal.timeout(5000);
	return fetch(`http://127.0.0.1:${port}/health`, { signal }).then(
		() => true,
		() => false,
	);
}

async function pin(): Promise<void> {
	const say = (text: string) => void process.stderr.write(text);
	await writePin(values.config, await askPin({ input: process.stdin, say }));
	console.log(`the PIN holds once kioskd is started anew: systemctl restart kioskd`);
}

async function counts(): Promise<void> {
	process.stdout.write(countsCsv(await countedDays(join(values.data, 'counts'))));
}

try {
	const command = commands[positionals[0] ?? 'serve'];
	if (!command) throw new Refusal('there is no such command', Object.keys(commands).join(', '), 2);
	await command();
} catch (error) {
	const known = systemRefusal(error) ?? error;
	console.error(known instanceof Refusal ? `${known.message}: ${known.remedy}` : error);
	process.exit(known instanceof Refusal ? known.exitCode : 1);
}
