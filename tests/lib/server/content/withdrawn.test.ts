import { describe, expect, it } from 'vitest';
import { decideAll } from '../../../../src/lib/server/content/decisions.ts';
import { readContent } from '../../../../src/lib/server/content/read.ts';
import type { Content } from '../../../../src/lib/server/content/record.ts';
import { takenOff, withdrawnAddresses } from '../../../../src/lib/server/content/withdrawn.ts';
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

const off = (some: Partial<Content>) => {
	const all = content(some);
	return takenOff(all, decideAll(all, '2026-11-24', 'kiosk'));
};

describe('the ids of what consent keeps from a kiosk', () => {
	it('are those withdrawn or refused, of drafts too, in order', () => {
		const refused = photo({ id: 'd', consent: { status: 'refused' } });
		const photos = [refused, back('c'), back('a', { published: false }), photo({ id: 'b' })];
		expect(off({ photos })).toEqual({ withdrawn: ['a', 'c', 'd'], mayReturn: [] });
	});

	it('are those that it does not reach, not any more or not yet', () => {
		const given = { status: 'given', identifiable: 'yes', given_on: '2026-01-01' } as const;
		const photos = [
			photo({ id: 'web', consent: { ...given, scope: ['web'] } }),
			photo({ id: 'over', consent: { ...given, expires_on: '2026-11-23' } }),
			photo({ id: 'last', consent: { ...given, expires_on: '2026-11-24' } }),
			photo({ id: 'unasked', consent: { status: 'unknown' } }),
			photo({ id: 'draft', published: false }),
			photo({ id: 'brought', published: false, consent: { status: 'unknown' } }),
			photo({ id: 'both', published: false, consent: { ...given, scope: ['web'] } }),
			back('gone'),
		];
		const mayReturn = ['both', 'over', 'unasked', 'web'];
		expect(off({ photos })).toEqual({
			withdrawn: ['both', 'gone', ...mayReturn.slice(1)],
			mayReturn,
		});
	});

	it('have those whose file was erased, unless another photo has taken the id', () => {
		const gone = (id: string) => ({ kind: 'gone' as const, id, origin: photo().origin });
		const galleries = [room({ hangings: [gone('x'), gone('b'), hung('b')] })];
		expect(off({ photos: [photo({ id: 'b' })], galleries }).withdrawn).toEqual(['x']);
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
