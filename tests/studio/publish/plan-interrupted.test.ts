import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
	nothing,
	type Manifest,
	type PublishedFile,
} from '../../../src/studio/publish/manifest.ts';
import { planPublishing, type Phase } from '../../../src/studio/publish/plan.ts';
import { hashText } from '../../../src/lib/server/content/hash.ts';

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

const empty = (): Host => ({ files: new Map(), manifest: nothing });
const planFor = (host: Host, site: readonly PublishedFile[]) =>
	planPublishing(
		'host',
		host.manifest,
		new Map([...host.files.values()].map(({ path, bytes }) => [path, bytes])),
		site,
	);

/** Everything of a phase that can be done by itself. */
function stepsOf(phase: Phase): ((host: Host) => void)[] {
	if (phase.do === 'tell')
		return [(host) => (host.manifest = { ...phase, format: 1, files: [...phase.files] })];
	if (phase.do === 'put') return phase.files.map((one) => (host) => host.files.set(one.path, one));
	return phase.paths.map((path) => (host) => host.files.delete(path));
}

/** A small site: pages name their pictures by what they hold. */
interface Room {
	page: number;
	photos: number[];
	version: number;
}

function siteOf(rooms: readonly Room[]): PublishedFile[] {
	const pictures = new Map<string, PublishedFile>();
	const pages = rooms.flatMap(({ page, photos, version }) => {
		for (const id of photos) {
			const path = `media/${id}-${version % 2}.avif`;
			pictures.set(path, file(path, `bits ${path}`, [`p${id}`]));
		}
		const text = photos.map((id) => `media/${id}-${version % 2}.avif`).join(' ');
		return [
			file(`en/galleries/${page}/index.html`, `${version} ${text}`),
			file(`en/galleries/${page}/__data.json`, `${version} ${text}`),
		];
	});
	const unique = new Map([...pictures.values(), ...pages].map((one) => [one.path, one]));
	return [...unique.values(), file('_app/immutable/start.js', 'start()')];
}

const texts = new Map<string, string[]>();
function remember(rooms: readonly Room[]) {
	for (const { photos, version } of rooms) {
		const names = photos.map((id) => `media/${id}-${version % 2}.avif`);
		texts.set(hashText(`${version} ${names.join(' ')}`), names);
	}
	return siteOf(rooms);
}

const rooms = fc
	.uniqueArray(
		fc.record({
			page: fc.nat(2),
			photos: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
			version: fc.nat(3),
		}),
		{ selector: ({ page }) => page, minLength: 1 },
	)
	.map(remember);

/** Pictures that a page which is there needs, and has not; those that nobody may see are not missed. */
function missing({ files }: Host, shown: ReadonlySet<string>): string[] {
	const pages = [...files.values()].filter(({ path }) => /\.(html|json)$/.test(path));
	const needed = pages.flatMap(({ sha256 }) => texts.get(sha256) ?? []);
	return needed.filter((path) => shown.has(`p${/\d+/.exec(path)?.[0]}`) && !files.has(path));
}

const idsOf = (site: readonly PublishedFile[]) => new Set(site.flatMap(({ of = [] }) => of));

it('ends, wherever it was interrupted, in the site and what was there beside it', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(rooms, fc.nat(40), fc.infiniteStream(fc.nat(100))), { maxLength: 5 }),
			rooms,
			(interrupted, last) => {
				const host = empty();
				host.files.set('stranger.txt', file('stranger.txt', 'of somebody else'));
				for (const [site, after, dice] of interrupted) {
					const shown = idsOf(site);
					let left = after;
					for (const phase of planFor(host, site)) {
						// Within a phase the order is free.
						const steps = stepsOf(phase).map((step) => ({ step, at: dice.next().value }));
						for (const { step } of steps.sort((a, b) => a.at - b.at)) {
							// A photo may come back while an old page still lacks what was withdrawn from it.
							const before = missing(host, shown);
							if (left-- > 0) step(host);
							const now = missing(host, shown);
							expect(now.filter((path) => !before.includes(path))).toEqual([]);
						}
						if (left < 0) break;
					}
				}
				for (const phase of planFor(host, last)) for (const step of stepsOf(phase)) step(host);
				const contents = [...host.files.values()].map(({ path, sha256 }) => [path, sha256]);
				const wanted = [...last, file('stranger.txt', 'of somebody else')];
				expect(new Map(contents as [string, string][])).toEqual(
					new Map(wanted.map(({ path, sha256 }) => [path, sha256])),
				);
				expect(host.manifest.complete).toBe(true);
				expect(planFor(host, last)).toEqual([]);
			},
		),
		{ numRuns: 400 },
	);
});
