import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { validateXML } from 'xmllint-wasm';
import { checkout } from './corpus.ts';

const require = createRequire(import.meta.url);
const xsd = (body: string, more = '') =>
	`<schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" ${more}>${body}</schema>`;

/** The extensions that we use, as their documentation has them: the official files import others from the web. */
const images = xsd(
	`<element name="image"><complexType><sequence><element name="loc" type="anyURI"/></sequence></complexType></element>`,
	'targetNamespace="http://www.google.com/schemas/sitemap-image/1.1"',
);
const links = xsd(
	`<element name="link"><complexType>
		<attribute name="rel" use="required" fixed="alternate"/>
		<attribute name="hreflang" type="language" use="required"/>
		<attribute name="href" type="anyURI" use="required"/>
	</complexType></element>`,
	'targetNamespace="http://www.w3.org/1999/xhtml"',
);
const all = xsd(`
	<import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
	<import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="images.xsd"/>
	<import namespace="http://www.w3.org/1999/xhtml" schemaLocation="links.xsd"/>`);

/** What the schema of sitemaps.org, which the package `sitemap` brings, finds wrong. */
export async function sitemapFaults(contents: string): Promise<string[]> {
	const folder = dirname(require.resolve('sitemap/package.json'));
	const { errors } = await validateXML({
		xml: [{ fileName: 'one.xml', contents }],
		schema: [{ fileName: 'all.xsd', contents: all }],
		preload: [
			{
				fileName: 'sitemap.xsd',
				contents: await readFile(join(folder, 'schema/sitemap.xsd'), 'utf8'),
			},
			{ fileName: 'images.xsd', contents: images },
			{ fileName: 'links.xsd', contents: links },
		],
	});
	return errors.map(({ message }) => message);
}

/** A picture may be labelled (Presentation 3.0, `label`: "any resource type"), which the types of annotations leave out. */
const labelled = `known properties, and '"label"' does not exist in type '{ created?`;

/**
 * What the types of IIIF Presentation 3 say against a manifest: `@iiif/presentation-3` has them, and no registry has the
 * JSON schema.
 */
export function presentationFaults(json: string): string[] {
	const name = join(checkout, 'tests/presented.ts');
	const text = `import type { Manifest } from '@iiif/presentation-3';\nexport const one: Manifest = ${json};\n`;
	const options: ts.CompilerOptions = {
		...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
	};
	const host = ts.createCompilerHost(options);
	const { getSourceFile, fileExists } = host;
	host.fileExists = (path) => path === name || fileExists(path);
	host.getSourceFile = (path, version) =>
		path === name ? ts.createSourceFile(path, text, version) : getSourceFile(path, version);
	const program = ts.createProgram([name], options, host);
	return ts
		.getPreEmitDiagnostics(program, program.getSourceFile(name))
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
		.filter((message) => !message.includes(labelled));
}
