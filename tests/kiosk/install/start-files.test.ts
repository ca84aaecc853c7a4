import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laidFiles } from '../../../src/kiosk/install/files.ts';
import { lay } from '../../../src/kiosk/install/install.ts';
import { policy } from '../../../src/kiosk/install/policy.ts';
import { chromiumFlags } from '../../../src/kiosk/server/chromium.ts';
import { prepareProfile } from '../../../src/kiosk/server/prestart.ts';
import { contentFolder, fill, temporaryFolder } from '../../support/folder.ts';

const textOf = (path: string) => laidFiles().find((one) => one.path === path)!.text;
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

/** Chromium's switches in a text, as `[name, value]`; within quotes a value may have blanks. */
function switches(text: string): [string, string][] {
	const found = text.matchAll(/"--([a-z-]+)=?([^"]*)"| --([a-z][a-z-]*)=?(\S*)/g);
	return [...found].map(([, quoted, its, bare, value]) => [quoted ?? bare!, its ?? value ?? '']);
}

const forbidden = ['incognito', 'no-sandbox', 'remote-debugging-port', 'remote-debugging-pipe'];
const needed = [
	...['kiosk', 'app', 'user-data-dir', 'no-first-run', 'noerrdialogs', 'hide-crash-restore-bubble'],
	...['password-store', 'disable-component-update', 'check-for-update-interval', 'disable-pinch'],
	...['autoplay-policy', 'overscroll-history-navigation', 'disable-features', 'js-flags'],
];

describe('the start script', () => {
	const script = textOf('/usr/lib/kiosk/browser');
	it('names each switch once, all that are needed and none that is forbidden', () => {
		const names = switches(script).map(([name]) => name);
		expect(names.filter((name) => forbidden.includes(name))).toEqual([]);
		expect(names).toEqual(expect.arrayContaining(needed));
		expect([...new Set(names)]).toEqual(names);
		const features = switches(script).filter(([name]) => name === 'disable-features');
		expect(features).toEqual([['disable-features', 'OverscrollHistoryNavigation,MediaRouter']]);
	});

	it('the same goes for a desk', () => {
		const flags = chromiumFlags({ address: 'http://127.0.0.1:1/', profile: '/p' });
		const names = switches(flags.map((flag) => `"${flag}"`).join(' ')).map(([name]) => name);
		expect(names.filter((name) => forbidden.includes(name))).toEqual([]);
		expect(names.sort()).toEqual([...needed].sort());
	});

	it('starts the browser of its screen with them', async () => {
		const folder = await contentFolder({ browser: script });
		await writeFile(join(folder, 'chromium'), '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
		const env = { PATH: `${folder}:/usr/bin:/bin` };
		const told = execFileSync('/bin/sh', [join(folder, 'browser'), 'HDMI-A-1'], { env });
		const lines = told.toString().trim().split('\n');
		expect(lines).toContain('--app=http://127.0.0.1:8730/kiosk/?screen=HDMI-A-1');
		expect(lines).toContain('--user-data-dir=/var/lib/kiosk/profile-HDMI-A-1');
		expect(lines).toContain('--ozone-platform=wayland');
		expect(lines).toContain('--js-flags=--always-sparkplug --no-maglev --no-opt');
	});

	it.each(['browser', 'prestart', 'panel'])('%s is a shell script without mistakes', (name) => {
		const { status, stderr } = spawnSync('/bin/sh', ['-n'], {
			input: textOf(`/usr/lib/kiosk/${name}`),
		});
		expect([status, stderr.toString()]).toEqual([0, '']);
	});
});

it('a panel is switched by the compositor that shows its screen', async () => {
	const folder = await contentFolder({ panel: textOf('/usr/lib/kiosk/panel') });
	const names = ['wayland-0', 'wayland-0.lock', 'wayland-1'];
	await fill(folder, Object.fromEntries(names.map((name) => [name, ''])));
	const randr =
		'#!/bin/sh\necho "$WAYLAND_DISPLAY $@"\n[ "$WAYLAND_DISPLAY $2" = "wayland-1 DP-1" ]\n';
	await writeFile(join(folder, 'wlr-randr'), randr, { mode: 0o755 });
	const env = { PATH: `${folder}:/usr/bin:/bin`, XDG_RUNTIME_DIR: folder };
	const run = (output: string) =>
		spawnSync('/bin/sh', [join(folder, 'panel'), 'off', output], { env, encoding: 'utf8' });
	expect(run('DP-1')).toMatchObject({
		status: 0,
		stdout: 'wayland-0 --output DP-1 --off\nwayland-1 --output DP-1 --off\n',
	});
	const { status, stderr } = run('DP-2');
	expect([status, stderr]).toEqual([1, expect.stringMatching(/no compositor switches DP-2/)]);
});

describe('the policy', () => {
	it('lets nothing be reached but kioskd', () => {
		expect(policy).toEqual({
			...{ TranslateEnabled: false, URLBlocklist: ['*'], BrowserSignin: 0 },
			...{ URLAllowlist: ['http://127.0.0.1:8730'], DeveloperToolsAvailability: 2 },
			...{ IncognitoModeAvailability: 1, PrintingEnabled: false, DownloadRestrictions: 3 },
			PasswordManagerEnabled: false,
		});
		expect(JSON.parse(textOf('/etc/chromium/policies/managed/kiosk.json'))).toEqual(policy);
	});
});

describe('the units', () => {
	it('kiosk@ keeps the screen on, prepares the profile, and is always started again', () => {
		const unit = textOf('/etc/systemd/system/kiosk@.service');
		for (const line of [
			...['User=kiosk', 'PAMName=login', 'TTYPath=/dev/tty1', 'Environment=WLR_NO_IDLE=1'],
			...['ExecStartPre=/usr/lib/kiosk/prestart %i', 'Restart=always', 'RestartSec=2'],
			...['ExecStart=/usr/bin/cage -s -- /usr/lib/kiosk/browser %i', 'OOMPolicy=stop'],
			...['NoNewPrivileges=yes', 'ProtectHome=tmpfs', 'Wants=kioskd.service'],
		]) {
			expect(unit.split('\n'), line).toContain(line);
		}
	});

	it('kioskd is started anew when it is stuck, and may write onto sticks', () => {
		const lines = textOf('/etc/systemd/system/kioskd.service').split('\n');
		expect(lines).toEqual(
			expect.arrayContaining([
				...['WatchdogSec=60', 'NotifyAccess=all', 'Restart=always'],
				'ReadWritePaths=-/media/kiosk',
			]),
		);
	});

	it.skipIf(!has('systemd-analyze'))('systemd finds nothing wrong with them', async () => {
		const folder = await temporaryFolder();
		const units = laidFiles().filter(({ path }) => path.endsWith('.service'));
		expect(units).toHaveLength(5);
		const files: Record<string, string> = {};
		for (const { path, text } of units) {
			const name = path.split('/').at(-1)!.replace('@', '@HDMI-A-1');
			// Programs that are on a device only.
			files[name] = text.replace(/(?<=^Exec\w+=\+?)\/\S+/gm, '/bin/true');
		}
		await fill(folder, files);
		const paths = Object.keys(files).map((name) => join(folder, name));
		const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', ...paths]);
		const ours = stderr
			.toString()
			.split('\n')
			.filter((line) => line.includes(folder) || /kiosk/.test(line));
		expect(ours).toEqual([]);
	});
});

describe('laying them', () => {
	it('may be done again, and leaves what the technician wrote', async () => {
		const folder = await temporaryFolder();
		const first = await lay(folder, laidFiles('KEY'));
		expect(first.every(({ did }) => did === 'written')).toBe(true);
		const config = join(folder, 'etc/kiosk/kiosk.json');
		expect(JSON.parse(await readFile(config, 'utf8')).publicKey).toBe('KEY');
		await writeFile(config, '{"screen": "mine"}');
		await writeFile(join(folder, 'usr/lib/kiosk/browser'), 'old');
		const again = await lay(folder, laidFiles('KEY'));
		const changed = again.filter(({ did }) => did !== 'same');
		expect(changed).toEqual([
			{ path: '/usr/lib/kiosk/browser', did: 'written' },
			{ path: '/etc/kiosk/kiosk.json', did: 'kept' },
		]);
		expect(await readFile(config, 'utf8')).toBe('{"screen": "mine"}');
		expect(laidFiles().some(({ text }) => text.includes(folder))).toBe(false);
	});
});

describe('before the browser starts', () => {
	const planted = async () => {
		const profile = await contentFolder({
			'Default/Preferences': JSON.stringify({ profile: { exit_type: 'Crashed', name: 'x' }, a: 1 }),
			SingletonCookie: 'x',
		});
		await symlink('oldhost-4242', join(profile, 'SingletonLock'));
		return profile;
	};

	it('locks of another life are gone, and the crash is forgotten', async () => {
		const profile = await planted();
		expect(await prepareProfile(profile)).toBe(true);
		await expect(readlink(join(profile, 'SingletonLock'))).rejects.toThrow('ENOENT');
		await expect(readFile(join(profile, 'SingletonCookie'))).rejects.toThrow('ENOENT');
		const preferences = await readFile(join(profile, 'Default/Preferences'), 'utf8');
		expect(JSON.parse(preferences)).toEqual({
			...{ profile: { exit_type: 'Normal', exited_cleanly: true, name: 'x' }, a: 1 },
		});
	});

	it('a browser that runs keeps its lock', async () => {
		const profile = await planted();
		const proc = await temporaryFolder();
		await mkdir(join(proc, '77'));
		await fill(proc, {
			'77/stat': '77 (chromium (x)) S 1 77 77',
			'77/cmdline': `chromium\0--user-data-dir=${profile}\0`,
		});
		expect(await prepareProfile(profile, proc)).toBe(false);
		expect(await readlink(join(profile, 'SingletonLock'))).toBe('oldhost-4242');
	});

	it('needs no profile, and leaves what it cannot read', async () => {
		expect(await prepareProfile('/nowhere/profile')).toBe(true);
		const profile = await contentFolder({ 'Default/Preferences': '{' });
		await prepareProfile(profile);
		expect(await readFile(join(profile, 'Default/Preferences'), 'utf8')).toBe('{');
	});
});
