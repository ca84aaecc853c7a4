import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodedMail } from '../../../src/lib/show/mail.ts';

it('a mail address comes out of its code points as it went in', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (address) => {
			expect(String.fromCodePoint(...(encodedMail(address) ?? []))).toBe(address);
		}),
		{ examples: [['hello@example.org'], ['почта@пример.tj'], ['🫖@example.org']] },
	);
});

it('is a number for each letter, also beyond the first plane', () => {
	expect(encodedMail('a@🫖')).toEqual([0x61, 0x40, 0x1fad6]);
});

it('is none where there is no address', () => expect(encodedMail(undefined)).toBeUndefined());
