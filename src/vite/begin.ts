import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newExhibition, type Answers } from '../lib/server/content/new-exhibition.ts';
import { writeSchemas } from '../lib/server/content/schema/json-schema.ts';
import { listFolders } from '../lib/server/content/tree.ts';
import { writeNew } from '../lib/server/content/write.ts';
import { Refusal } from './refusal.ts';
import { ownFolder } from './report.ts';

/**
 * A new exhibition.yaml in a folder, which may hold folders of photographs. Returns its path.
 *
 * @throws {Refusal} where there is one, {ContentError} where an answer cannot be used
 */
export async function beginExhibition(root: string, answers: Answers): Promise<string> {
	// What is wrong with the answers is told before anything is made.
	newExhibition(answers, []);
	await mkdir(root, { recursive: true }).catch(isFile);
	const galleries = (await listFolders(root)).filter(
		({ path, pictures }) => path && pictures.length,
	);
	const yaml = newExhibition(
		answers,
		galleries.map(({ path }) => path),
	);
	const file = join(root, 'exhibition.yaml');
	if (!(await writeNew(file, yaml))) {
		throw new Refusal(`${file} is there already`, 'edit it, or name another folder', 1);
	}
	await writeSchemas(await ownFolder(root));
	return file;
}

function isFile(error: NodeJS.ErrnoException): never {
	if (error.code !== 'EEXIST') throw error;
	throw new Refusal(`${error.path} is a file`, 'name a folder', 1);
}
