import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The page of a kiosk does not find its script. */
export async function breakScript(build: string): Promise<void> {
	const file = join(build, 'kiosk/index.html');
	await writeFile(file, (await readFile(file, 'utf8')).replaceAll('.js"', '.gone"'));
}
