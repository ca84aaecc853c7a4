import { describe, expect, it } from 'vitest';
import { examine } from '../../../../src/lib/server/content/examine.ts';
import { isPrivate } from '../../../../src/lib/server/content/kiosk-problems.ts';
import { contentFolder } from '../../../support/folder.ts';
import { entry, exhibitionYaml, told } from './records.ts';

const room = {
	'road/gallery.yaml': `photos:\n${entry('a.jpg')}${entry('b.jpg', ', warnings: [{ kind: death }]')}`,
	'road/a.jpg': true,
	'road/b.jpg': true,
} as const;

const problemsOf = async (yaml: string, channel: 'web' | 'kiosk' = 'kiosk', more = {}) => {
	const folder = await contentFolder({ ...room, ...more, 'exhibition.yaml': yaml });
	return told((await examine(folder, '2026-11-24', channel)).problems);
};
const at = (url: string) => exhibitionYaml().replace('https://exhibition.example.org', url);

describe('an address that is for this house alone', () => {
	it.each([
		...['http://localhost:8730/', 'http://127.0.0.1/', 'http://127.1/', 'http://[::1]:80/'],
		...['http://192.168.1.20/x/', 'http://10.0.0.1', 'http://172.31.255.1', 'http://100.64.0.1'],
		...['http://169.254.3.4', 'http://[fe80::1]', 'http://[fd12::1]', 'http://[::ffff:10.0.0.1]'],
		...['http://hall', 'http://hall.local/', 'http://kiosk.internal', 'http://app.localhost.'],
	])('%s', (url) => expect(isPrivate(url)).toBe(true));

	it.each([
		...['https://example.org/hall/', 'http://172.32.0.1', 'http://8.8.8.8', 'http://[2001:db8::1]'],
		...['https://local.example.org', 'https://localhost.example.org', 'http://100.128.0.1'],
	])('is not %s', (url) => expect(isPrivate(url)).toBe(false));

	it('is an error of a kiosk, at its line, and of nothing else', async () => {
		const message =
			'error exhibition.yaml:4:13: "public_url" is an address of this house alone, so its QR codes lead nowhere: http://192.168.1.20/';
		expect(await problemsOf(at('http://192.168.1.20/'))).toEqual([message]);
		expect(await problemsOf(at('http://192.168.1.20/'), 'web')).toEqual([]);
		expect(await problemsOf(at('https://example.org/'))).toEqual([]);
	});

	it('is only a warning where there is none', async () => {
		const without = exhibitionYaml().replace(/public_url.*\n/, '');
		expect(await problemsOf(without)).toEqual([
			expect.stringMatching(/^warning exhibition\.yaml:1:1: "public_url" is missing.*QR codes/),
		]);
		const folder = await contentFolder({ 'road/a.jpg': true });
		const open = told((await examine(folder, '2026-11-24', 'kiosk')).problems);
		expect(open).toContain('warning .:1:1: there is no `public_url`, so there are no QR codes');
	});
});

describe('what `kiosk:` says', () => {
	it('warns visitors 20 seconds before it begins anew, or more', async () => {
		const yaml = (warn: number) =>
			exhibitionYaml(`kiosk:\n  seconds: { idle: 5, warn: ${warn} }\n`);
		expect(await problemsOf(yaml(20))).toEqual([]);
		const message =
			'error exhibition.yaml:8:29: "warn" must be at least 20 seconds (WCAG 2.2.1), not 19';
		expect(await problemsOf(yaml(19))).toEqual([message]);
		expect(await problemsOf(yaml(19), 'web')).toEqual([message]);
	});

	it('names no picture behind a content note for the attract loop', async () => {
		const yaml = exhibitionYaml('kiosk:\n  attract: [a, b]\n');
		expect(await problemsOf(yaml)).toEqual([
			'warning exhibition.yaml:8:16: "b" stands behind a content note, so it is left out of the attract loop',
		]);
		expect(await problemsOf(yaml, 'web')).toEqual([]);
	});

	it('keeps what has a content note off this kiosk, and says so of each', async () => {
		const yaml = exhibitionYaml('kiosk: { content_notes: leave_out }\n');
		const dark = `warnings: [{ kind: death }]\nphotos:\n${entry('c.jpg')}  - ref: a\n`;
		const more = {
			...{ 'dark/gallery.yaml': dark, 'dark/c.jpg': true },
			'stories/train.en.md': '---\ntitle: T\nwarnings: [{ kind: death }]\n---\nText\n',
		};
		const why = 'is held back: this kiosk leaves out what has a content note';
		expect(await problemsOf(yaml, 'kiosk', more)).toEqual([
			`held dark/gallery.yaml:1:1: gallery "dark" ${why}`,
			`held dark/gallery.yaml:3:5: "c" ${why}`,
			`held road/gallery.yaml:3:64: "b" ${why}`,
			`held stories/train.en.md:3:1: "train" ${why}`,
		]);
		expect(await problemsOf(yaml, 'web', more)).toEqual([]);
	});
});
