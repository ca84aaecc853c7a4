import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXmp } from '../../../../src/lib/server/content/metadata/xmp.ts';
import { xmpFields } from '../../../../src/lib/server/content/metadata/xmp-fields.ts';
import { xmpPacket, type Statement } from '../../../../src/lib/server/images/xmp.ts';

const read = (statement: Statement, source = 'en') =>
	xmpFields(parseXmp(Buffer.from(xmpPacket(statement, source))));

describe('the XMP of a published file', () => {
	it('says who made it, whose it is, what it shows and where a licence may be had', () => {
		const statement = {
			creator: 'Лина Ҳаддод',
			credit: 'Нигоҳ & Co <one>',
			copyright: { en: '© 2026', fa: '© ۲۰۲۶' },
			licence: 'https://example.org/licence?a=1&b=2',
			licensor: 'https://example.org/buy',
			alt: { en: 'A "glass" of tea', tg: 'Чой' },
			digitalSourceType: 'digitalCreation',
		};
		expect(read(statement)).toEqual({
			creator: 'Лина Ҳаддод',
			credit: 'Нигоҳ & Co <one>',
			copyright: { en: '© 2026', fa: '© ۲۰۲۶' },
			webStatement: 'https://example.org/licence?a=1&b=2',
			acquire: 'https://example.org/buy',
			alt: { en: 'A "glass" of tea', tg: 'Чой' },
			digitalSourceType: 'digitalCreation',
		});
	});

	it('is nothing where nothing is known', () => {
		expect(xmpPacket({}, 'en')).toBe('');
	});

	it('repeats the source language as the default, or the first there is', () => {
		expect(xmpPacket({ alt: { fa: 'چای', tg: 'Чой' } }, 'tg')).toContain(
			'<rdf:Alt><rdf:li xml:lang="x-default">Чой</rdf:li>',
		);
		expect(xmpPacket({ alt: { fa: 'چای' } }, 'en')).toContain('"x-default">چای<');
	});

	it('declares no namespace that it does not use', () => {
		expect(xmpPacket({ creator: 'Lina' }, 'en')).not.toMatch(/photoshop|plus|Iptc/);
	});

	it('holds whatever a curator may write, and stays XML', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
				const words = `a${text}`;
				const clean = words.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff\ufeff]|\p{Cs}/gu, '');
				const { credit } = read({ credit: words });
				expect(credit?.replace(/\s+/g, ' ')).toBe(
					clean
						.replace(/[\u0085\u2028\u2029]/g, '\n')
						.trim()
						.replace(/\s+/g, ' '),
				);
			}),
		);
	});
});
