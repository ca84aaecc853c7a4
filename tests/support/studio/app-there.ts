import { setTimeout as wait } from 'node:timers/promises';
import { builtApp } from '../../../src/studio/server/app-build.ts';
import { checkout } from '../corpus.ts';

/** The desk's pages, whichever of several tests at once builds them. */
export async function appThere(): Promise<string> {
	for (let attempt = 0; attempt < 200; attempt += 1) {
		const site = await builtApp(checkout).catch((error: Error) => {
			if (!/just starting/.test(error.message)) throw error;
			return undefined;
		});
		if (site) return site;
		await wait(300);
	}
	throw new Error('the desk was not built');
}
