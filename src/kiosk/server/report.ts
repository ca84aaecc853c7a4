import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Report } from '../updates/report.ts';
import { countsCsv } from './counts-csv.ts';
import type { DayCounts } from './counts.ts';
import type { Health } from './health.ts';

/** What a device gives to a stick: how it is, and its counts as staff export them. */
export async function reportOf(health: Health, days: readonly DayCounts[]): Promise<Report> {
	return {
		folder: await nameOf(),
		files: {
			'health.json': `${JSON.stringify(health, null, '\t')}\n`,
			'counts.csv': countsCsv(days),
		},
	};
}

/**
 * Of a device, among those that one stick visits. Devices are often named alike; what tells them apart
 * is not to be told as it is (machine-id(5)).
 */
export async function nameOf(name = hostname(), file = '/etc/machine-id'): Promise<string> {
	const id = await readFile(file, 'utf8').catch(() => '');
	const known = name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40);
	const own = createHash('sha256').update(`nigoh kiosk ${id.trim()}`).digest('hex').slice(0, 6);
	return ['kiosk', known, ...(id ? [own] : [])].join('-');
}
