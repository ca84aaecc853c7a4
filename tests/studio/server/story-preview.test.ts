import { expect, it } from 'vitest';
import { storyPreview } from '../../../src/studio/server/story-preview.ts';
import type { View } from '../../../src/studio/contract/view.ts';
import { photo } from './photo.ts';

const view: View = {
	...{ revision: 1, folder: '/x', languages: ['en', 'tg'], stories: [], problems: [] },
	...{ exhibition: { people: { mariam: {} } }, photos: [photo('tea', 'road/tea.jpg')] },
	galleries: [
		{
			...{ id: 'road', folder: 'road', isPublished: true, entry: {} },
			hangings: [{ key: 'tea', kind: 'photo', hang: 'row' }],
		},
	],
};
const preview = (body: string, matter = 'title: Tea\n') =>
	storyPreview(view, { story: 'tea', lang: 'en', text: `---\n${matter}---\n${body}` });

it('shows a story as the site would', () => {
	const text = [
		'Some *tea* in [the room](../../galleries/road/tea/).',
		'::photo{id=tea}',
		'::quote[4 < 5]{by=mariam}',
		'::gallery{id=road}',
	].join('\n\n');
	expect(preview(text)).toEqual({
		problems: [],
		html: [
			'<p>Some <em>tea</em> in <a href="../../galleries/road/tea/">the room</a>.</p>',
			'<figure data-photo="tea"><img src="/thumb/tea/640" alt=""></figure>',
			'<blockquote><p>4 &#60; 5</p></blockquote>',
			'<p data-gallery="road"></p>',
		].join('\n'),
	});
});

it('lets nothing through that could do something, and says so', () => {
	const { html, problems } = preview(
		[
			'<script>alert(1)</script>',
			'<img src=x onerror=alert(1)>',
			'[a](javascript:alert(1)) ![b](https://evil.example/x.png)',
			'::photo{id=nobody}',
		].join('\n\n'),
	);
	expect(html).not.toMatch(/script|onerror|javascript|evil|nobody/);
	expect(problems.map(({ line }) => line)).toEqual(expect.arrayContaining([4, 6, 8, 10]));
});

it('says why a text is not read', () => {
	expect(storyPreview(view, { story: 'tea', lang: 'en', text: 'no matter' }).problems).toHaveLength(
		1,
	);
	expect(storyPreview(view, { story: 'tea', lang: 'fr', text: '' }).problems).toHaveLength(1);
	const bomb = 'a: &a [x, x, x, x, x, x, x, x, x]\n';
	const lines = [...'bcdefghij'].map((letter, at) => {
		const before = 'abcdefghi'[at];
		return `${letter}: &${letter} [${`*${before}, `.repeat(8)}*${before}]\n`;
	});
	expect(preview('', bomb + lines.join('')).problems.length).toBeGreaterThan(0);
});
