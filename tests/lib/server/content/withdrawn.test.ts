import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import type { Content } from '../../../../src/lib/server/content/record.ts';
import { withdrawnAddresses, withdrawnIds } from '../../../../src/lib/server/content/withdrawn.ts';
import { contentFolder } from '../../../support/folder.ts';
import { content, gallery, hung, photo } from './records.ts';

const addresses = (some: Partial<Content>) => {
	const all = content(some);
	return withdrawnAddresses(all, decideAll(all, '2026-11-24', 'web'));
};
const back = (id: string, more = {}) => photo({ id, consent: { status: 'withdrawn' }, ...more });
const room = (more = {}) => gallery({ id: 'road', hangings: [hung('a'), hung('b')], ...more });

describe('the addresses of what was withdrawn', () => {
	it('are all those where it hung', () => {
		const galleries = [room(), gallery({ id: 'home', hangings: [hung('a')] })];
		expect(addresses({ photos: [back('a'), photo({ id: 'b' })], galleries })).toEqual([
			{ gallery: 'road', photo: 'a' },
			{ gallery: 'home', photo: 'a' },
		]);
	});

	it('are none of a photo that was refused, of a draft or in a gallery that nobody sees', () => {
		const refused = photo({ id: 'a', consent: { status: 'refused' } });
		expect(addresses({ photos: [refused], galleries: [room()] })).toEqual([]);
		expect(addresses({ photos: [back('a', { published: false })], galleries: [room()] })).toEqual(
			[],
		);
		expect(addresses({ photos: [back('a')], galleries: [room({ published: false })] })).toEqual([]);
	});
});

describe('the ids of what was withdrawn', () => {
	it('are all of them, of drafts too, in order', () => {
		const photos = [back('c'), back('a', { published: false }), photo({ id: 'b' })];
		expect(withdrawnIds(content({ photos }))).toEqual(['a', 'c']);
	});

	it('have those whose file was erased, unless another photo has taken the id', () => {
		const gone = (id: string) => ({ kind: 'gone' as const, id, origin: photo().origin });
		const galleries = [room({ hangings: [gone('x'), gone('b'), hung('b')] })];
		expect(withdrawnIds(content({ photos: [photo({ id: 'b' })], galleries }))).toEqual(['x']);
	});
});

describe('an entry whose file was erased with its consent', () => {
	const entry = '  - { file: gone.jpg, id: gone, consent: { status: withdrawn } }\n';
	const yaml = (more = '') => `photos:\n${entry}  - { file: a.jpg }\n${more}`;
	const read = async (files: Record<string, string | true>) =>
		readContent(
			await contentFolder({
				'exhibition.yaml': 'format: 1\ntitle: T\nlanguages: [en]\n',
				...files,
			}),
		);
	const errors = ({ problems }: Content) => problems.filter(({ level }) => level === 'error');

	it('is no error, nor is what still names it', async () => {
		const all = await read({ 'road/gallery.yaml': yaml('  - ref: gone\n'), 'road/a.jpg': true });
		expect(errors(all)).toEqual([]);
		expect(withdrawnAddresses(all, decideAll(all, '2026-11-24', 'web'))).toEqual([
			{ gallery: 'road', photo: 'gone' },
		]);
	});

	it('gives way to a new photo of the same id', async () => {
		const files = { 'road/gallery.yaml': yaml(), 'road/a.jpg': true as const };
		const all = await read({
			...files,
			'home/gallery.yaml': 'title: Home\n',
			'home/gone.jpg': true,
		});
		expect(withdrawnAddresses(all, decideAll(all, '2026-11-24', 'web'))).toEqual([]);
	});

	it('is an error where consent was not withdrawn', async () => {
		const [problem] = errors(
			await read({ 'road/gallery.yaml': yaml().replace('withdrawn', 'given'), 'road/a.jpg': true }),
		);
		expect(problem?.message).toBe('there is no file "gone.jpg"');
	});
});
