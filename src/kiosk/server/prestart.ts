import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../durable.ts';
import { browserOf, processes } from './processes.ts';

/**
 * Makes a profile fit to be started, after whatever end the last browser had. A lock that is left of
 * another hostname, or of a clone, would keep the screen black for ever; a crash that is remembered
 * would put a bubble over the picture.
 *
 * @returns false where a browser uses the profile, which is then left as it is
 */
export async function prepareProfile(profile: string, proc = '/proc'): Promise<boolean> {
	if (browserOf(await processes(proc), profile).length > 0) return false;
	const names = await readdir(profile).catch(() => []);
	for (const name of names.filter((one) => one.startsWith('Singleton'))) {
		await rm(join(profile, name), { force: true });
	}
	await forgetCrash(join(profile, 'Default', 'Preferences'));
	return true;
}

async function forgetCrash(file: string): Promise<void> {
	const text = await readFile(file, 'utf8').catch(() => undefined);
	if (text === undefined) return;
	const changed = withoutCrash(text);
	if (changed !== text) await writeDurably(file, changed);
}

/** What is not JSON is Chromium's to mend: it begins anew. */
function withoutCrash(text: string): string {
	try {
		const preferences = JSON.parse(text) as { profile?: { exit_type?: string } };
		if ((preferences.profile?.exit_type ?? 'Normal') === 'Normal') return text;
		const profile = { ...preferences.profile, exit_type: 'Normal', exited_cleanly: true };
		return JSON.stringify({ ...preferences, profile });
	} catch {
		return text;
	}
}
