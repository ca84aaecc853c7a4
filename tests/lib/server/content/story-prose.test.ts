import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultyStories } from '../../../../src/lib/server/content/faulty-stories.ts';
import type { StoryRecord } from '../../../../src/lib/server/content/record.ts';
import { Source } from '../../../../src/lib/server/content/source.ts';
import { blocksOf } from '../../../../src/lib/server/content/story-blocks.ts';
import { gallery, hung, story, told } from './records.ts';

const source = new Source('stories/train.en.md', 'title: The train\n', 1);
const written = (body: string): StoryRecord =>
	story({ body, origin: { source, path: [], file: 'stories/train.en.md' } });
const galleries = [gallery({ id: 'road', hangings: [hung('tea')] })];
const faults = (body: string) =>
	told(faultyStories({ stories: [written(body)], galleries, exhibition: {} }));
const has = { photo: (id: string) => id === 'tea', person: () => true };
const blocks = (body: string, isPublished = () => true) =>
	blocksOf(written(body), isPublished, has);
const html = (body: string, isPublished?: () => boolean) =>
	blocks(body, isPublished)
		.flatMap((block) => (block.kind === 'prose' ? block.html : []))
		.join('\n');

describe('the text of a story', () => {
	it('is prose, and between it what directives name, in order', () => {
		const body =
			'One\n\n::photo{id=tea size=wide}\n\nTwo\n\n::gallery{id=road}\n\n::quote[Said]{by=mariam}\n';
		expect(blocks(body)).toEqual([
			{ kind: 'prose', html: '<p>One</p>' },
			{ kind: 'photo', id: 'tea', size: 'wide' },
			{ kind: 'prose', html: '<p>Two</p>' },
			{ kind: 'gallery', id: 'road' },
			{ kind: 'quote', text: 'Said', by: 'mariam' },
		]);
		expect(faults(body.replace('{by=mariam}', ''))).toEqual([]);
	});

	it('leaves out a picture that is not published', () => {
		expect(blocks('::photo{id=secret}\n')).toEqual([]);
	});

	it('may have emphasis, lists, headings from the second level on, quotations and links', () => {
		const body = '# A *b*\n\n- **c**\n\n> d\n\n[e](https://example.org/?a=1&b=2)\n';
		expect(html(body)).toBe(
			'<h2>A <em>b</em></h2>\n<ul>\n<li><strong>c</strong></li>\n</ul>\n<blockquote>\n<p>d</p>\n</blockquote>\n<p><a href="https://example.org/?a=1&#x26;b=2">e</a></p>',
		);
	});

	it('may have a time of day, and words with colons', () => {
		expect(html('At 10:30, and :so on, a:b[c]{d}\n')).toBe(
			'<p>At 10:30, and :so on, a:b[c]{d}</p>',
		);
		expect(faults('At 10:30, and :so on\n')).toEqual([]);
	});

	it('hides mail addresses from those who look for letters', () => {
		const out = html('Write to [a@b.org](mailto:a@b.org) or c@d.org\n');
		expect(out).not.toMatch(/@|&#64;b|%40b/);
		expect(out).toContain('<a href="mailto:%61%40%62%2e%6f%72%67">&#97;&#64;&#98;&#46;');
	});

	it('links to pages of the site, as long as they are published', () => {
		const body = 'See [the road](../../galleries/road/).\n';
		expect(faults(body)).toEqual([]);
		expect(html(body)).toContain('<a href="../../galleries/road/">the road</a>');
		expect(html(body, () => false)).toBe('<p>See the road.</p>');
	});
});

describe('a mistake in the text of a story', () => {
	it.each([
		['[x](../../galleries/raod/)', 'there is no page "../../galleries/raod/"'],
		['[x](javascript:alert(1))', '"javascript:alert(1)" may not be linked'],
		['[x](data:text/html,hi)', '"data:text/html,hi" may not be linked'],
		['[x](//example.org/)', '"//example.org/" may not be linked'],
		['[x][y]\n\n[y]: vbscript:x', '"vbscript:x" may not be linked'],
		['<script>alert(1)</script>', 'HTML is not read here'],
		['a <b>c</b>', 'HTML is not read here'],
		['![x](tea.jpg)', 'a picture is shown by its id'],
		['::foto{id=tea}', 'there is no directive "foto"'],
		['::photo{size=wide}', '"::photo" names nothing'],
		['::photo{id=tea size=huge}', 'there is no size "huge"'],
		['- a\n\n  ::photo{id=tea}', '"::photo" stands within something else'],
		['::quote[]', 'the quotation is empty'],
		[`${'['.repeat(30_000)}`, 'this line has more than 20000 letters'],
		[`${'word '.repeat(100)}\n`.repeat(1100), 'the text has more than 500000 letters'],
	])('%.40s is told at its line', (body, message) => {
		const line = 4 + body.split('\n').findIndex((one) => /[:<![]/.test(one));
		const all = faults(`First.\n\n${body}\n`);
		expect(all[0]).toContain(`: ${message}`);
		expect(all[0]).toMatch(/^error stories\/train\.en\.md:\d+:1: /);
		if (line > 4) expect(all[0]).toContain(`:${line + 2}:1`);
	});
});

describe('an attack', () => {
	const pieces = fc.constantFrom(
		...[
			'<script>',
			'</script>',
			'<svg onload=x>',
			'<style>',
			'<img src=x onerror=y>',
			'<!--',
			'-->',
		],
		...['[a](javascript:x)', '[a](data:x)', '![a](x)', '[a]: javascript:x', '[a]', '<a href="j">'],
		...[
			'::photo{id=tea onload=x}',
			':::quote',
			':x{onclick=y}',
			'::quote[<b>]',
			'`',
			'```',
			'*',
			'_',
		],
		...[
			'\n',
			'\n\n',
			'    ',
			'> ',
			'- ',
			'&lt;script&gt;',
			'&#106;avascript:',
			'\\',
			'\u0000',
			'<https://a.b>',
		],
		...['<javascript:x>', '[a](<java\nscript:x>)', '[a](JaVaScRiPt:x)', '{onload=x}', '<![CDATA['],
	);
	const tag = /<(\/?)([a-zA-Z!?][^\s>/]*)([^>]*)>/g;
	const allowed = /^(p|em|strong|a|ul|ol|li|h[234]|blockquote|code|pre|br|hr)$/;

	it('gives nothing but harmless elements, whatever it is made of', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
				const out = html(parts.join(''));
				for (const [, close, name = '', rest = ''] of out.matchAll(tag)) {
					expect(name).toMatch(allowed);
					if (close) continue;
					expect(rest).toMatch(/^( (href="(https?:|mailto:|[^:"]*")[^"]*"?|start="\d+"))?$/);
				}
				for (const block of blocks(parts.join('')))
					expect(Object.keys(block).every((key) => /^(kind|html|id|size|text|by)$/.test(key))).toBe(
						true,
					);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('where nobody can write a mail', () => {
	const kiosk = (body: string) => blocksOf(written(body), () => true, { ...has, mail: false });

	it('its address is words, and other links stay', () => {
		const letters = (text: string) =>
			text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
		const [block] = kiosk(
			'[Write *us*](mailto:us@example.org?subject=a), <us@example.org>, [web](https://example.org/)\n',
		);
		expect(block?.kind === 'prose' && letters(block.html)).toBe(
			'<p>Write <em>us</em> (us@example.org), us@example.org, <a href="https://example.org/">web</a></p>',
		);
		expect(html('[Write](mailto:us@example.org)\n')).toMatch(/<a href="mailto:%/);
	});
});
