import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { writeWhole } from '../write.ts';
import { exhibition } from './exhibition.ts';
import { gallery } from './gallery.ts';
import { story } from './story.ts';

const schemas = { exhibition, gallery, story };

/** The schema of a file as JSON Schema (draft 7), for editors: rules that it cannot express are left to check. */
export function jsonSchema(name: keyof typeof schemas): Record<string, unknown> {
	const schema = toJsonSchema(schemas[name], { errorMode: 'ignore', typeMode: 'input' });
	return { ...schema, title: `Nigoh ${name}` };
}

/** Leaves `schema/exhibition.json` and the others in the program's own folder, where the first line of each YAML file points. */
export async function writeSchemas(own: string): Promise<void> {
	const folder = join(own, 'schema');
	await mkdir(folder, { recursive: true });
	for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) {
		const path = join(folder, `${name}.json`);
		const text = `${JSON.stringify(jsonSchema(name), null, '\t')}\n`;
		const before = await readFile(path, 'utf8').catch(() => '');
		if (before !== text) await writeWhole(path, text);
	}
}
