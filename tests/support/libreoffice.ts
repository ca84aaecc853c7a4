import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from './folder.ts';

const found = (process.env.PATH ?? '')
	.split(delimiter)
	.map((folder) => join(folder, 'soffice'))
	.find((path) => existsSync(path));

export const hasLibreOffice = found !== undefined;

/** Comma, double quote, UTF-8: what a person chooses in the dialogue that opens a .csv. */
const csv = '44,34,76,1';
const outputs: Record<string, string> = {
	csv: `csv:Text - txt - csv (StarCalc):${csv}`,
	xlsx: 'xlsx',
};

/** A file as LibreOffice Calc saves it in another format. */
export async function convert(name: string, data: string | Buffer, to: 'csv' | 'xlsx') {
	const folder = await temporaryFolder();
	const out = join(folder, 'out');
	await mkdir(out);
	await writeFile(join(folder, name), data);
	const input = extname(name) === '.csv' ? [`--infilter=CSV:${csv}`] : [];
	// A profile of its own: one that is in use answers nobody else.
	const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
	const args = ['--headless', ...input, '--convert-to', outputs[to] ?? to, '--outdir', out];
	await promisify(execFile)(found ?? 'soffice', [profile, ...args, join(folder, name)]);
	return readFile(join(out, name.replace(/\.\w+$/, `.${to}`)));
}
