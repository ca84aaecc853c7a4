import { expect, it } from 'vitest';
import { wanted, Watchdog } from '../../../src/kiosk/server/watchdog.ts';

it('is wanted where systemd says so, of this process alone', () => {
	const env = { NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '60000000' };
	expect(wanted(env, 7)).toBe(20_000);
	expect(wanted({ ...env, WATCHDOG_PID: '7' }, 7)).toBe(20_000);
	expect(wanted({ ...env, WATCHDOG_PID: '8' }, 7)).toBeUndefined();
	expect(wanted({ ...env, NOTIFY_SOCKET: undefined }, 7)).toBeUndefined();
	expect(wanted({}, 7)).toBeUndefined();
});

it('tells systemd as long as kioskd answers, and says once what is wrong', async () => {
	const ran: string[] = [];
	const said: string[] = [];
	const run = async (command: string, args: readonly string[]) =>
		void ran.push([command, ...args].join(' '));
	const watchdog = new Watchdog(run, (sentence) => said.push(sentence));
	await watchdog.beat();
	expect(ran).toEqual(['systemd-notify WATCHDOG=1']);
	watchdog.answers = async () => false;
	await watchdog.beat();
	await watchdog.beat();
	expect([ran.length, said]).toEqual([1, ['kioskd does not answer itself']]);
	watchdog.answers = async () => true;
	await watchdog.beat();
	expect(ran).toHaveLength(2);
});
