import { readFileSync } from 'node:fs';

/** Peak of this process's memory in megabytes. `maxRSS` may be that of the process which started it. */
export function peakMegabytes(): number {
	try {
		const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
		if (kilobytes) return Number(kilobytes) / 1024;
	} catch {
		// Not Linux.
	}
	return process.resourceUsage().maxRSS / 1024;
}
