import { join } from 'node:path';
import { build } from 'rolldown';

/** kioskd with all that it needs, as one file of plain JavaScript for Node alone. */
export async function bundleKioskd(checkout: string, file: string): Promise<void> {
	await build({
		input: join(checkout, 'src/kiosk/server/entry.ts'),
		platform: 'node',
		logLevel: 'silent',
		output: { file, format: 'esm', codeSplitting: false, minify: false },
	});
}
