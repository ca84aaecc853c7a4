/** The screen does not go dark by itself. A browser takes that back whenever the page was hidden. */
export function keepAwake(): () => void {
	const ask = () => {
		if (!document.hidden) void navigator.wakeLock?.request('screen').catch(() => undefined);
	};
	ask();
	document.addEventListener('visibilitychange', ask);
	return () => document.removeEventListener('visibilitychange', ask);
}
