import { readFileSync } from 'node:fs';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenericSchema } from 'valibot';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { exhibition } from '../../../../../src/lib/server/content/schema/exhibition.ts';
import { gallery } from '../../../../../src/lib/server/content/schema/gallery.ts';
import {
	jsonSchema,
	writeSchemas,
} from '../../../../../src/lib/server/content/schema/json-schema.ts';
import { story } from '../../../../../src/lib/server/content/schema/story.ts';
import { Source } from '../../../../../src/lib/server/content/source.ts';
import { validate } from '../../../../../src/lib/server/content/validate.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { judge, knownTypes, resolved, unnamed } from './judge.ts';

const names = ['exhibition', 'gallery', 'story'] as const;
const schemas: Record<(typeof names)[number], GenericSchema> = { exhibition, gallery, story };
const text = (name: string) =>
	readFileSync(join(import.meta.dirname, `examples/${name}.yaml`), 'utf8');
const example = (name: string) => parse(text(name)) as Record<string, unknown>;

type Node = Record<string, unknown>;

/** Every schema within a schema. */
function nodes(schema: unknown): Node[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const inner = Object.values(schema).flatMap(nodes);
	return Array.isArray(schema) ? inner : [schema as Node, ...inner];
}

describe.each(names)('the example of each key of %s', (name) => {
	it('is right: no error, no unknown key', () => {
		const source = new Source(`${name}.yaml`, text(name));
		const { problems, value } = validate(schemas[name], source, ['en', 'tg', 'ru', 'fa']);
		expect(problems).toEqual([]);
		expect(value).toEqual(example(name));
	});

	it('has its keys named in the schema for editors', () => {
		const schema = jsonSchema(name);
		expect(unnamed(schema, example(name))).toEqual([]);
		expect(unnamed(schema, { ...example(name), titel: 'Road' })).toEqual(['/titel']);
	});
});

describe.each(names)('the schema of %s for editors', (name) => {
	const schema = jsonSchema(name);

	it('is JSON Schema: references lead somewhere, types exist, patterns compile', () => {
		expect(schema).toMatchObject({
			$schema: 'http://json-schema.org/draft-07/schema#',
			title: `Nigoh ${name}`,
		});
		expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
		for (const node of nodes(schema)) {
			if (typeof node.$ref === 'string') expect(resolved(schema, node)).toBeTypeOf('object');
			if (typeof node.type === 'string') expect(knownTypes).toContain(node.type);
			if (typeof node.pattern === 'string')
				expect(() => new RegExp(`${node.pattern}`, 'u')).not.toThrow();
		}
	});

	it('asks for the keys that the program asks for', () => {
		const required = {
			exhibition: ['format', 'title', 'languages'],
			gallery: [],
			story: ['title'],
		};
		expect(resolved(schema, schema).required).toEqual(required[name]);
	});
});

describe('an editor with these schemas', () => {
	it.each(['gallery', 'story'] as const)('underlines nothing in the example of %s', (name) => {
		expect(judge(jsonSchema(name), example(name))).toEqual([]);
	});

	it('underlines nothing in exhibition.yaml with one telephone number', () => {
		const { organisation, ...rest } = example('exhibition');
		const one = { ...(organisation as object), telephone: '+992 1', fax: '+992 2' };
		expect(judge(jsonSchema('exhibition'), { ...rest, organisation: one })).toEqual([]);
	});

	it('takes texts without a language, and a bare year', () => {
		const photos = [{ file: 'a.jpg', title: 'Tea', date: { value: 2016 } }];
		expect(judge(jsonSchema('gallery'), { title: 'Road', photos })).toEqual([]);
	});

	it.each([
		['gallery', { wall: 'nihgt' }],
		['gallery', { title: ['Road'] }],
		['gallery', { photos: [{ file: 'a.jpg', consent: { status: 'gven' } }] }],
		['gallery', { photos: [{ file: 'a.jpg', consent: { status: 'given', identifiable: false } }] }],
		['gallery', { photos: [{ file: 'a.jpg', focal: [0.4, 1.4] }] }],
		['gallery', { photos: [{ file: 'a.jpg', redact: [{ shape: 'blur' }] }] }],
		['gallery', { photos: [{ alt: 'no file' }] }],
		['exhibition', { ...example('exhibition'), format: 2 }],
		['exhibition', { ...example('exhibition'), people: { mariam: { name_changed: true } } }],
		['exhibition', { ...example('exhibition'), protection: { consent: 'maybe' } }],
		['story', { summary: 'no title' }],
	] as const)('underlines what is wrong in %s: %j', (name, value) => {
		expect(judge(jsonSchema(name), value)).not.toEqual([]);
	});
});

describe('schemas that are left in the program’s own folder', () => {
	it('are those that the first line of a YAML file names', async () => {
		const own = await temporaryFolder();
		await writeSchemas(own);
		expect((await readdir(join(own, 'schema'))).sort()).toEqual(
			names.map((name) => `${name}.json`),
		);
		const written = await readFile(join(own, 'schema/gallery.json'), 'utf8');
		expect(JSON.parse(written)).toEqual(jsonSchema('gallery'));
	});

	it('are not touched while they are the same, and mended where they are not', async () => {
		const own = await temporaryFolder();
		await writeSchemas(own);
		const [same, spoilt] = ['story', 'gallery'].map((name) => join(own, `schema/${name}.json`));
		const longAgo = new Date('2020-01-01T00:00:00Z');
		await utimes(same ?? '', longAgo, longAgo);
		await writeFile(spoilt ?? '', '{}');
		await writeSchemas(own);
		expect((await stat(same ?? '')).mtimeMs).toBe(longAgo.getTime());
		expect(JSON.parse(await readFile(spoilt ?? '', 'utf8'))).toEqual(jsonSchema('gallery'));
	});
});
