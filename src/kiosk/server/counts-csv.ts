import { medianBand, type Bucket, type DayCounts } from './counts.ts';

/** Fewer than so many could be known again: their cells are left out, not set to 0. */
export const fewest = 5;

/** `day,hour,clock,what,name,count`, one line a cell that may leave the house. */
export function countsCsv(days: readonly DayCounts[]): string {
	const lines = days.flatMap(({ day, clock, hours }) =>
		Object.entries(hours)
			.sort(([a], [b]) => a.localeCompare(b))
			.flatMap(([hour, bucket]) => cells(bucket).map((cell) => [day, hour, clock, ...cell])),
	);
	const head = ['day', 'hour', 'clock', 'what', 'name', 'count'];
	return [head, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function cells(bucket: Bucket): string[][] {
	const numbers: [what: string, name: string, count: number][] = [
		['visits', '', bucket.visits],
		['qr shown', '', bucket.qrShown],
		...(['languages', 'galleries', 'photos'] as const).flatMap((what) =>
			Object.entries(bucket[what]).map(([name, count]) => [what, name, count] as const),
		),
	].map(([what, name, count]) => [what, name, count] as [string, string, number]);
	const large = numbers
		.filter(([, , count]) => count >= fewest)
		.map(([what, name, count]) => [what, name, String(count)]);
	// Of a few visits the middle one is nearly a visit.
	if (bucket.visits < fewest) return large;
	return [...large, ['median length', medianBand(bucket), String(bucket.visits)]];
}

/** A cell that begins like a formula would be one in a spreadsheet. */
function quoted(cell: string): string {
	const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
