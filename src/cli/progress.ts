import type { Progress } from '../lib/server/images/pictures.ts';

const everyMs = 5000;
const barWidth = 24;

/** Shows how the pictures come along: a bar on a terminal, a line every few seconds elsewhere. */
export function progressPrinter(out = process.stderr, now = () => performance.now()) {
	const began = now();
	let told = began;
	let reused: number | undefined;
	return (progress: Progress): void => {
		reused ??= progress.done;
		const ended = progress.done === progress.of;
		if (out.isTTY) {
			out.write(
				`\r\x1b[K${bar(progress)} ${words(progress, reused, now() - began)}${ended ? '\n' : ''}`,
			);
		} else if (ended || now() - told >= everyMs) {
			told = now();
			out.write(`${words(progress, reused, now() - began)}\n`);
		}
	};
}

function bar({ done, of }: Progress): string {
	const full = Math.round((done / of) * barWidth);
	return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`;
}

function words({ done, of, megapixels }: Progress, reused: number, ms: number): string {
	const speed =
		megapixels > 0 ? `, ${(megapixels / (ms / 1000)).toFixed(1)} megapixels a second` : '';
	const made = done - reused;
	const left = made > 0 && done < of ? `, about ${duration(((of - done) * ms) / made)} left` : '';
	return `pictures of ${done} of ${of} photos${speed}${left}`;
}

function duration(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
