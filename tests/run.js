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
/** Without it, the tests that open tables with it are skipped. It is the smallest package that has Calc. */
const wanted = 'libreoffice-calc-nogui';

/** Debian's packages where root may install them; elsewhere a sentence. */
function setUp() {
	const missing = Object.entries(needed).flatMap(([name, isHere]) => (isHere() ? [] : [name]));
	const lacksOffice = !isThere('soffice', 'soffice.exe');
	if (missing.length === 0 && !lacksOffice) return true;
	if (process.getuid?.() === 0 && isThere('apt-get')) {
		process.env.DEBIAN_FRONTEND = 'noninteractive';
		const install = (/** @type {string[]} */ ...names) =>
			run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names);
		const isUpdated = run('apt-get', 'update', '-qq');
		if (lacksOffice && !(isUpdated && install(wanted))) tellSkipped();
		return missing.length === 0 || (isUpdated && install(...missing));
	}
	if (lacksOffice) tellSkipped();
	if (missing.length === 0) return true;
	console.error(
		`The tests drive a Chromium and look into pictures with ExifTool. Missing here: ${missing.join(', ')}. Install them (as root: apt-get install ${missing.join(' ')}); CHROMIUM may name a browser.`,
	);
	return false;
}

function tellSkipped() {
	console.log(`\nWithout LibreOffice (Debian: ${wanted}) the tests of it are skipped.`);
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
