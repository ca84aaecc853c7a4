// @ts-check
/**
 * `npm test`: sets up what the tests need on a bare machine, then types, style and all tests. What
 * fails does not keep the rest from being told.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const results = join(checkout, 'tests/.tmp/results.json');
const shell = 'chromium-headless-shell';
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @param {string} command @param {string[]} args */
function run(command, ...args) {
	console.log(`\n$ ${[command, ...args].join(' ')}`);
	const shell = process.platform === 'win32';
	const { status } = spawnSync(command, args, { cwd: checkout, stdio: 'inherit', shell });
	return status === 0;
}

/** @param {readonly string[]} names */
function isThere(...names) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

/** Programs that the tests call, by the Debian package that has them. */
const needed = {
	chromium: () => Boolean(process.env.CHROMIUM) || isThere(...browsers),
	'libimage-exiftool-perl': () => isThere('exiftool', 'exiftool.exe'),
};
/**
 * The tests that call these are skipped without, or take twice as long: a headless shell draws no window around a page.
 * Calc's is the smallest package of LibreOffice that has it.
 */
const wished = {
	'chromium-headless-shell': () => Boolean(process.env.CHROMIUM) || isThere(shell),
	'libreoffice-calc-nogui': () => isThere('soffice', 'soffice.exe'),
	'openssh-server': () => existsSync('/usr/sbin/sshd'),
};

/** @param {Record<string, () => boolean>} packages */
const missingOf = (packages) =>
	Object.entries(packages).flatMap(([name, isHere]) => (isHere() ? [] : [name]));

/** Debian's packages where root may install them; elsewhere a sentence. */
function setUp() {
	const [missing, spared] = [missingOf(needed), missingOf(wished)];
	if (missing.length + spared.length === 0) return true;
	if (process.getuid?.() === 0 && isThere('apt-get')) return installed(missing, spared);
	if (spared.length > 0) tellSkipped(spared);
	if (missing.length === 0) return true;
	console.error(
		`The tests drive a Chromium and look into pictures with ExifTool. Missing here: ${missing.join(', ')}. Install them (as root: apt-get install ${missing.join(' ')}); CHROMIUM may name a browser.`,
	);
	return false;
}

/**
 * @param {string[]} missing
 * @param {string[]} spared
 */
function installed(missing, spared) {
	process.env.DEBIAN_FRONTEND = 'noninteractive';
	const install = (/** @type {string[]} */ ...names) =>
		names.length === 0 ||
		run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names);
	const isUpdated = run('apt-get', 'update', '-qq');
	const isReady = missing.length === 0 || (isUpdated && install(...missing));
	// One by one: an older Debian does not have them all.
	const refused = spared.filter((name) => !isUpdated || !install(name));
	if (refused.length > 0) tellSkipped(refused);
	return isReady;
}

/** @param {string[]} spared */
function tellSkipped(spared) {
	console.error(
		`Not here, and the tests that call them are skipped or slower: ${spared.join(', ')}.`,
	);
}

/** @returns {boolean} whether every test passed; a line of its own says how many */
function runTests() {
	rmSync(results, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
	const passed = run('npx', 'vitest', 'run', ...reporters);
	if (!existsSync(results)) return false;
	/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number }} */
	const counts = JSON.parse(readFileSync(results, 'utf8'));
	const { numPassedTests, numFailedTests, numPendingTests } = counts;
	console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
	return passed;
}

if (!setUp()) process.exit(1);
const ended = [run('npm', 'run', '--silent', 'check'), run('npm', 'run', '--silent', 'lint')];
ended.push(runTests());
process.exitCode = ended.every(Boolean) ? 0 : 1;
