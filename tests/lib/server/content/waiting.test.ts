import { expect, it } from 'vitest';
import { examine, judge } from '../../../../src/lib/server/content/examine.ts';
import { contentFolder } from '../../../support/folder.ts';

it('shows the curator what waits, and nobody what was taken back', async () => {
	const folder = await contentFolder({
		'exhibition.yaml': 'format: 1\ntitle: { en: Road }\nlanguages: [en]\n',
		'road/gallery.yaml': [
			'title: { en: Road }',
			'status: draft',
			'photos:',
			'  - { file: draft.jpg, status: draft }',
			'  - { file: unasked.jpg, alt: { en: Tea } }',
			'  - { file: refused.jpg, alt: { en: Tea }, consent: { status: refused } }',
			'  - { file: withdrawn.jpg, alt: { en: Tea }, consent: { status: withdrawn } }',
		].join('\n'),
		...{ 'road/draft.jpg': true, 'road/unasked.jpg': true },
		...{ 'road/refused.jpg': true, 'road/withdrawn.jpg': true },
	});
	const { content } = await examine(folder, '2026-11-27', 'web');
	const shown = (withDrafts: boolean) => {
		const { decisions } = judge(content, '2026-11-27', 'web', withDrafts);
		return [...decisions.photos].flatMap(([id, { published }]) => (published ? id : []));
	};
	expect(shown(false)).toEqual([]);
	expect(shown(true)).toEqual(['draft', 'unasked']);
	const { decisions } = judge(content, '2026-11-27', 'web', true);
	expect([...decisions.galleries.values()].every(({ published }) => published)).toBe(true);
});
