import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { labelsOf, printed, type Labels } from '../labels/labels.ts';
import { chromiumPath, printPdf } from '../labels/pdf.ts';
import { sheetsHtml } from '../labels/sheet.ts';
import { embeddedFonts } from '../labels/typefaces.ts';
import { interfaces } from '../labels/words.ts';
import { examine, hasErrors } from '../lib/server/content/examine.ts';
import { suggestion } from '../lib/server/content/nearest.ts';
import type { Content } from '../lib/server/content/record.ts';
import { writeWhole } from '../lib/server/content/write.ts';
import { options, type Options } from '../vite/options.ts';
import { Refusal } from '../vite/refusal.ts';
import { ownFolder } from '../vite/report.ts';
import type { Command } from './command.ts';
import { plural } from './print.ts';

/** More find no room on a label. */
const most = 4;

/** `npm run photos:labels -- GALLERY [--languages tg,ru,en] [--out DIR]`: wall labels to print. */
export const run: Command = async (args, checkout) => {
	const flags = { languages: { type: 'string' } } as const;
	const chosen = options(args, process.env, checkout, flags, 1);
	const { exhibition, asOf, channel, cache } = chosen;
	const { content, problems } = await examine(exhibition, asOf, channel, cache);
	if (hasErrors(problems))
		throw new Refusal('the exhibition has errors', 'mend what `npm run photos:check` tells', 1);
	const gallery = galleryOf(content, chosen.rest[0]);
	const languages = languagesOf(content, chosen.flags.languages as string | undefined);
	refuseWithoutAddress(content);
	const print = printed(content, asOf);
	const interfaceOf = interfaces(checkout, content.languages[0] ?? 'en');
	const made = labelsOf({ ...print, languages, interfaceOf }, gallery, print.decisions);
	tell(made);
	if (made.labels.length === 0)
		throw new Refusal(`nothing of "${gallery.id}" may be printed`, 'see the reasons above', 1);
	const first = languages[0] ?? 'en';
	const title = gallery.title[first] ?? Object.values(gallery.title)[0] ?? gallery.id;
	const fonts = await embeddedFonts(checkout);
	const { labels } = made;
	const html = sheetsHtml({ title: { text: title, lang: first }, labels, languages, fonts });
	await write(await folderOf(chosen), gallery.id, html, labels.length);
	return 0;
};

function galleryOf({ galleries }: Content, id: string | undefined) {
	const ids = galleries.map((one) => one.id);
	if (id === undefined)
		throw new Refusal('no gallery is named', `write photos:labels -- ${ids[0] ?? 'GALLERY'}`, 2);
	const gallery = galleries.find((one) => one.id === id);
	if (gallery) return gallery;
	throw new Refusal(`there is no gallery "${id}"`, suggestion(id, ids), 1);
}

function languagesOf({ languages: known }: Content, given: string | undefined): string[] {
	if (given === undefined) return known.slice(0, most);
	const languages = [...new Set(given.split(',').map((one) => one.trim()))].filter(Boolean);
	const strange = languages.find((one) => !known.includes(one));
	if (strange !== undefined)
		throw new Refusal(`the exhibition has no language "${strange}"`, suggestion(strange, known), 2);
	if (languages.length === 0 || languages.length > most)
		throw new Refusal(
			`a label has one to four languages, not ${languages.length}`,
			'write such as --languages tg,ru,en',
			2,
		);
	return languages;
}

function refuseWithoutAddress({ exhibition }: Content): void {
	if (exhibition.public_url) return;
	const remedy = 'write the address of the site into exhibition.yaml as `public_url:`';
	throw new Refusal('the QR codes have nowhere to lead to', remedy, 1);
}

/** OUT of the environment is where sites go. */
async function folderOf({ flags, out, exhibition }: Options): Promise<string> {
	return flags.out === undefined ? join(await ownFolder(exhibition), 'labels') : out;
}

function tell({ left, concerns }: Labels): void {
	for (const { id, reason } of left) console.error(`"${id}" is left out: ${reason}`);
	for (const concern of concerns) console.error(`look at this: ${concern}`);
}

async function write(folder: string, name: string, html: string, count: number): Promise<void> {
	const [page, pdf] = [join(folder, `${name}.html`), join(folder, `${name}.pdf`)];
	// One of an earlier day may show what must not be shown any more.
	await rm(pdf, { force: true });
	await writeWhole(page, html);
	const chromium = chromiumPath(process.env);
	const isPrinted = chromium && (await printPdf(chromium, page, pdf).then(ok, failed));
	const labels = plural(count, 'label');
	if (isPrinted) return console.log(`${labels} in ${pdf}, and in ${page}`);
	console.log(`${labels} in ${page}: open it in a browser and print it on A4, without margins`);
	if (!chromium) console.log('where Chromium is installed, a PDF is made too');
}

const ok = () => true;

function failed(error: Error): false {
	console.error(`Chromium did not make a PDF: ${error.message.split('\n')[0]}`);
	return false;
}
