import { XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { xmlOf } from '../../../src/lib/conventions/xml.ts';

it('escapes what would be markup, in elements and in attributes', () => {
	const xml = xmlOf({ a: { '@b': '"<&>\'', '#text': '<&>' } });
	expect(XMLValidator.validate(xml)).toBe(true);
	expect(xml).toContain('<a b="&quot;&lt;&amp;&gt;&apos;">&lt;&amp;&gt;</a>');
});

it('leaves out what XML cannot say, and what is undefined', () => {
	const xml = xmlOf({ a: { b: 'one\0\u000b\ud800two\ufffe', c: undefined, d: 'نگاه' } });
	expect(xml).toBe(
		'<?xml version="1.0" encoding="UTF-8"?>\n<a>\n\t<b>onetwo</b>\n\t<d>نگاه</d>\n</a>\n',
	);
});

it('writes words that look like numbers or truth as they are', () => {
	expect(xmlOf({ a: { '@b': 'true', '#text': '007' } })).toContain('<a b="true">007</a>');
});
