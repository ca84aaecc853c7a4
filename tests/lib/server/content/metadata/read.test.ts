import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
	readMetadata,
	UnreadablePicture,
} from '../../../../../src/lib/server/content/metadata/read.ts';
import { contentFolder, smallPicture } from '../../../../support/folder.ts';
import { alternative, exif, iim, packet, photoshop, withSegments } from './made.ts';

const xmpSegment = (text: string) => Buffer.from(`http://ns.adobe.com/xap/1.0/\0${text}`);

/** Reads a picture with sidecars, each given as its text. */
async function read(picture: Buffer, ...sidecars: string[]) {
	const names = sidecars.map((_, index) => `${index}.xmp`);
	const folder = await contentFolder({
		'a.jpg': picture,
		...Object.fromEntries(names.map((name, index) => [name, sidecars[index] ?? ''])),
	});
	return readMetadata(
		join(folder, 'a.jpg'),
		names.map((name) => join(folder, name)),
	);
}

/** A JPEG whose EXIF, IPTC and XMP blocks each say these things. */
async function picture(blocks: { xmp?: string; iptc?: Buffer; exif?: Buffer }) {
	let jpeg = await smallPicture('a');
	if (blocks.xmp) jpeg = withSegments(jpeg, 1, [xmpSegment(blocks.xmp)]);
	if (blocks.iptc) jpeg = withSegments(jpeg, 13, [photoshop(blocks.iptc)]);
	if (!blocks.exif) return jpeg;
	return withSegments(jpeg, 1, [Buffer.concat([Buffer.from('Exif\0\0'), blocks.exif])]);
}

const title = (text: string) => `<dc:title>${text}</dc:title>`;
const credit = (text: string) => `<photoshop:Credit>${text}</photoshop:Credit>`;
const caption = (text: string) => `<dc:description>${text}</dc:description>`;

describe('which source a field comes from', () => {
	it('the nearest sidecar, the next, XMP, IPTC, EXIF', async () => {
		const jpeg = await picture({
			xmp: packet(title('xmp') + credit('xmp') + caption('xmp')),
			iptc: iim([
				['2:5', 'iptc'],
				['2:120', 'iptc'],
				['2:116', 'iptc'],
			]),
			exif: exif({ 0x010e: 'exif', 0x8298: 'exif', 0x013b: 'exif' }),
		});
		const { embedded, troubles } = await read(
			jpeg,
			packet(title('near')),
			packet(title('far') + credit('far')),
		);
		expect(embedded).toEqual({
			width: 48,
			height: 32,
			title: 'near',
			credit: 'far',
			caption: 'xmp',
			copyright: 'iptc',
			creator: 'exif',
		});
		expect(troubles).toEqual([]);
	});

	it('each is taken whole: languages and places are not mixed', async () => {
		const jpeg = await picture({
			xmp: packet(
				alternative('dc:title', { en: 'a', ru: 'b' }),
				'photoshop:City="Khujand" photoshop:State="Sughd"',
			),
		});
		const near = packet(alternative('dc:title', { tg: 'c' }), 'photoshop:City="Dushanbe"');
		expect((await read(jpeg, near)).embedded).toMatchObject({ title: { tg: 'c' } });
		expect((await read(jpeg, near)).embedded.place).toEqual({ city: 'Dushanbe' });
	});

	it('boilerplate gives way to words', async () => {
		const jpeg = await picture({
			xmp: packet(caption('OLYMPUS DIGITAL CAMERA')),
			exif: exif({ 0x010e: 'Перрон' }),
		});
		expect((await read(jpeg)).embedded.caption).toBe('Перрон');
	});
});

describe('what cannot be read is told, and the rest is read', () => {
	it('a sidecar', async () => {
		const jpeg = await picture({ xmp: packet(title('xmp')) });
		const { embedded, troubles } = await read(jpeg, '<half', packet(credit('far')));
		expect(embedded).toMatchObject({ title: 'xmp', credit: 'far' });
		expect(troubles).toEqual([
			{ file: expect.stringMatching(/0\.xmp$/), message: 'the sidecar "0.xmp" cannot be read' },
		]);
	});

	it('the XMP block', async () => {
		const jpeg = await picture({ xmp: '<x:xmpmeta', iptc: iim([['2:5', 'iptc']]) });
		const { embedded, troubles } = await read(jpeg);
		expect(embedded.title).toBe('iptc');
		expect(troubles.map(({ message }) => message)).toEqual([
			'the XMP of this picture cannot be read',
		]);
	});
});

describe('extended XMP', () => {
	const digest = '0123456789ABCDEF0123456789ABCDEF';
	const part = (data: Buffer, whole: number, offset: number) => {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(whole, 0);
		head.writeUInt32BE(offset, 4);
		const signature = `http://ns.adobe.com/xmp/extension/\0${digest}`;
		return Buffer.concat([Buffer.from(signature), head, data]);
	};
	const rest = Buffer.from(packet(caption('Перрон '.repeat(8_000)) + title('rest')));
	const cut = 60_001;
	const parts = [
		part(rest.subarray(cut), rest.length, cut),
		part(rest.subarray(0, cut), rest.length, 0),
	];
	const main = packet(title('main'), `xmpNote:HasExtendedXMP="${digest}"`);

	it('is put together in the order of its offsets, after the packet', async () => {
		const jpeg = withSegments(await picture({ xmp: main }), 1, parts);
		const { embedded, troubles } = await read(jpeg);
		expect(embedded).toMatchObject({ title: 'main', caption: 'Перрон '.repeat(8_000).trim() });
		expect(troubles).toEqual([]);
	});

	it('with a part missing is a trouble, and wholly missing none', async () => {
		const half = withSegments(await picture({ xmp: main }), 1, parts.slice(1));
		expect((await read(half)).embedded.title).toBe('main');
		expect((await read(half)).troubles).toHaveLength(1);
		expect((await read(await picture({ xmp: main }))).troubles).toEqual([]);
	});
});

it('IPTC is found behind another Photoshop segment, and over two', async () => {
	const block = photoshop(iim([['2:120', 'Caption over two segments']]));
	const signature = Buffer.from('Photoshop 3.0\0', 'latin1');
	const halves = [block.subarray(0, 60), Buffer.concat([signature, block.subarray(60)])];
	const jpeg = withSegments(await smallPicture('a'), 13, halves);
	expect((await read(jpeg)).embedded.caption).toBe('Caption over two segments');
});

it.each(['avif', 'webp', 'png', 'tiff', 'jpeg'] as const)('%s brings its words', async (format) => {
	const texts = { 'x-default': 'Қатор', tg: 'Қатор', ru: 'Перрон пуст', fa: 'قطار می\u200cرود' };
	const xmp = packet(alternative('dc:description', texts));
	const image = sharp(await smallPicture('a'));
	const { embedded, troubles } = await read(await image.withXmp(xmp).toFormat(format).toBuffer());
	const { tg, ru, fa } = texts;
	expect(embedded).toEqual({ width: 48, height: 32, caption: { tg, ru, fa } });
	expect(troubles).toEqual([]);
});

it('GIF has a size', async () => {
	const gif = await sharp(await smallPicture('a'))
		.gif()
		.toBuffer();
	expect(await read(gif)).toEqual({ embedded: { width: 48, height: 32 }, troubles: [] });
});

it('a picture on its side is measured upright', async () => {
	const orientation = Buffer.from(exif({ 0x0112: Buffer.from([0, 6, 0, 0]) }));
	orientation.writeUInt16BE(3, 12);
	orientation.writeUInt32BE(1, 14);
	orientation.writeUInt32BE(0x00060000, 18);
	const { embedded } = await read(await picture({ exif: orientation }));
	expect(embedded).toEqual({ width: 32, height: 48 });
});

it.each([
	['', 'is empty'],
	['not a picture', 'is not a picture'],
	['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'is not a picture'],
	['%PDF-1.7', 'is not a picture'],
	['\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'is not a picture'],
	['\x89PNG\r\n\x1a\n', 'is damaged and cannot be decoded'],
])('"%s" %s', async (content, message) => {
	const reading = read(Buffer.from(content, 'latin1'));
	await expect(reading).rejects.toThrow(new UnreadablePicture(message));
});
