import { join } from 'node:path';
import { filesIn } from '../../vite/made.ts';

/** Named by their content: a browser that has one does not ask for it again. */
const folder = '_app/immutable';

/** Addresses of a site's scripts, styles and faces. */
export async function codeIn(site: string | undefined): Promise<string[]> {
	if (site === undefined) return [];
	const files = await filesIn(join(site, folder)).catch(() => []);
	return files.map((file) => `/${folder}/${file}`);
}
