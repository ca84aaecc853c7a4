import { describe, expect, it } from 'vitest';
import { hashText } from '../../../src/lib/server/content/hash.ts';
import {
	draftEnd,
	manifestName,
	nothing,
	type Manifest,
	type PublishedFile,
} from '../../../src/studio/publish/manifest.ts';
import { planPublishing } from '../../../src/studio/publish/plan.ts';

const file = (path: string, text: string, of?: string[]): PublishedFile => ({
	path,
	sha256: hashText(text),
	bytes: text.length,
	of,
});

/** A host as it is: what lies there, and what its list says. */
interface Host {
	files: Map<string, PublishedFile>;
	manifest: Manifest;
}

const planFor = (host: Host, site: readonly PublishedFile[]) =>
	planPublishing(
		'host',
		host.manifest,
		new Map([...host.files.values()].map(({ path, bytes }) => [path, bytes])),
		site,
	);

describe('a plan', () => {
	it('has withdrawn files removed before anything else, and the rest after all is there', () => {
		const old = [
			file('media/a-1.avif', 'a', ['a']),
			file('en/galleries/g/a/index.html', 'a page', ['a']),
			file('media/b-1.avif', 'b, small', ['b']),
			file('en/index.html', 'old'),
			file('_app/immutable/old.js', 'old'),
		];
		const site = [
			file('media/b-2.avif', 'b, better', ['b']),
			file('en/index.html', 'new!'),
			file('en/__data.json', '{}'),
			// Its address stays, and says that it is gone.
			file('en/galleries/g/a/index.html', 'withdrawn'),
			file('_app/immutable/new.js', 'new'),
		];
		const host: Host = {
			files: new Map(old.map((one) => [one.path, one])),
			manifest: { format: 1, complete: true, files: old },
		};
		const told = planFor(host, site).map((phase) => {
			if (phase.do === 'remove') return [phase.why, ...phase.paths];
			if (phase.do === 'put') return ['put', ...phase.files.map(({ path }) => path)];
			return ['tell', phase.complete];
		});
		expect(told).toEqual([
			['withdrawn', 'media/a-1.avif', 'en/galleries/g/a/index.html'],
			['tell', false],
			['put', 'media/b-2.avif'],
			['put', '_app/immutable/new.js'],
			['put', 'en/__data.json'],
			['put', 'en/index.html', 'en/galleries/g/a/index.html'],
			['old', '_app/immutable/old.js'],
			['old', 'media/b-1.avif'],
			['tell', true],
		]);
	});

	it('leaves a picture of two photos while one of them is shown', () => {
		const both = file('media/x-1.avif', 'x', ['a', 'b']);
		const manifest: Manifest = { format: 1, complete: true, files: [both] };
		const host: Host = { files: new Map([[both.path, both]]), manifest };
		const site = [{ ...both, of: ['b'] }];
		expect(planFor(host, site)).toEqual([{ do: 'tell', complete: true, files: site }]);
	});

	it('puts again what has another size, is gone, or may be one of two', () => {
		const site = [file('a.html', 'aaa'), file('b.html', 'bbb'), file('c.html', 'ccc')];
		const host: Host = {
			files: new Map([
				['a.html', file('a.html', 'a')],
				['c.html', file('c.html', 'ccc')],
			]),
			manifest: { format: 1, complete: false, files: [...site, file('c.html', 'xxx')] },
		};
		const put = planFor(host, site).flatMap((phase) => (phase.do === 'put' ? phase.files : []));
		expect(put).toEqual(site);
	});

	it('removes drafts of its own, and no other', () => {
		const site = [file('a.html', 'a')];
		const paths = [`a.html${draftEnd}`, `${manifestName}${draftEnd}`, `other${draftEnd}`];
		const host: Host = {
			files: new Map([...site, ...paths.map((path) => file(path, ''))].map((x) => [x.path, x])),
			manifest: { format: 1, complete: true, files: site },
		};
		expect(planFor(host, site)[0]).toEqual({
			do: 'remove',
			why: 'withdrawn',
			paths: paths.slice(0, 2),
		});
	});

	it.each([['en/index.html'], ['en'], ['en/index.html/deeper']])(
		'says so where %s of somebody else is in the way',
		(path) => {
			const host = { files: new Map([[path, file(path, 'x')]]), manifest: nothing };
			expect(() => planFor(host, [file('en/index.html', 'y')])).toThrow(
				/^host holds what was not published from here, and it is in the way: en/,
			);
		},
	);
});
