import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '../contract/publish.ts';
import { gitIn, type Git } from './git.ts';
import { manifestName, parseManifest } from './manifest.ts';
import type { Place } from './place.ts';

type Branch = Extract<Target, { kind: 'git' }>;

/** A commit with what hangs on it. */
interface Tip {
	commit: string;
	tree: string;
	/** Where the commit is ours: what it stands on. */
	parents: readonly string[];
	/** Made here, and not changed since. */
	isOurs: boolean;
}

/**
 * A branch of a repository, here or on a host. All of it is put there as one commit, which takes the
 * place of our last one: what was withdrawn is then in no history of the branch. Nothing is checked out.
 */
export async function gitPlace({ repository, branch }: Branch): Promise<Place> {
	const folder = await mkdtemp(join(tmpdir(), 'nigoh-git-'));
	const git = gitIn(folder);
	const close = () => rm(folder, { recursive: true, force: true });
	try {
		const tip = await fetched(git, repository, branch);
		if (tip) await git(['read-tree', tip.tree]);
		return { ...placeOn(git, tip, { kind: 'git', repository, branch }), close };
	} catch (error) {
		await close();
		throw error;
	}
}

function placeOn(git: Git, tip: Tip | undefined, { repository, branch }: Branch) {
	const files = new Map<string, string>();
	const texts = new Map<string, string>();
	const gone: string[] = [];
	const read = async (path: string) =>
		tip && (await pathsOf(git, tip)).includes(path)
			? git(['show', `${tip.tree}:${path}`])
			: undefined;
	return {
		name: `the branch ${branch} of ${repository}`,
		atOnce: 1,
		read,
		list: async () =>
			listed(tip && (await pathsOf(git, tip)), tip?.isOurs ? await read(manifestName) : undefined),
		room: async () => undefined,
		put: async (path: string, from: string) => void files.set(path, from),
		write: async (path: string, text: string) => void texts.set(path, text),
		remove: async (path: string) => void gone.push(path),
		commit: async () => {
			const ids = await git(
				['hash-object', '-w', '--no-filters', '--stdin-paths'],
				lines(files.values()),
			);
			const added = [...files.keys()].map((path, index) => [path, ids.split('\n')[index] ?? '']);
			for (const [path, text] of texts)
				added.push([path, (await git(['hash-object', '-w', '--stdin'], text)).trim()]);
			const changes = [
				...gone.map((path) => `0 ${'0'.repeat(40)}\t${path}`),
				...added.map(([path, id]) => `100644 ${id}\t${path}`),
			];
			await git(
				['update-index', '-z', '--index-info'],
				changes.map((line) => `${line}\0`).join(''),
			);
			await push(git, repository, branch, tip);
		},
	};
}

/** Sizes are what our list says where nobody has touched the branch since; else they are known of none. */
function listed(paths: readonly string[] = [], manifest = ''): Map<string, number | undefined> {
	const told = new Map(parseManifest(manifest)?.files.map(({ path, bytes }) => [path, bytes]));
	return new Map(paths.map((path) => [path, told.get(path) ?? -1]));
}

async function push(git: Git, repository: string, branch: string, tip: Tip | undefined) {
	const tree = (await git(['write-tree'])).trim();
	const below = tip?.isOurs ? tip.parents : tip ? [tip.commit] : [];
	const parents = below.flatMap((parent) => ['-p', parent]);
	const message = `Publish the exhibition\n\n${mark}${tree}\n`;
	const commit = (await git(['commit-tree', tree, ...parents], message)).trim();
	const ref = `refs/heads/${branch}`;
	// Only over what was looked at.
	const lease = `--force-with-lease=${ref}:${tip?.commit ?? ''}`;
	await git(['push', '--quiet', lease, '--', repository, `${commit}:${ref}`]);
}

const mark = 'Nigoh-Tree: ';

async function fetched(git: Git, repository: string, branch: string): Promise<Tip | undefined> {
	await git(['init', '--quiet', '--bare']);
	// Pictures are small already.
	await git(['config', 'core.compression', '1']);
	const refs = await git(['ls-remote', '--', repository, `refs/heads/${branch}`]);
	if (refs === '') return undefined;
	await git(['config', 'remote.host.url', repository]);
	// Names and our list are enough; of the pictures that are there none is fetched where the host can do so.
	const spare = ['--depth=2', '--filter=blob:none', '--no-tags'];
	await git(['fetch', '--quiet', ...spare, 'host', `refs/heads/${branch}`]);
	const [commit = '', tree = '', parents = '', ...message] = (
		await git(['show', '--no-patch', '--format=%H%n%T%n%P%n%B', 'FETCH_HEAD'])
	).split('\n');
	const isOurs = message.includes(`${mark}${tree}`);
	return { commit, tree, parents: parents.split(' ').filter(Boolean), isOurs };
}

async function pathsOf(git: Git, { tree }: Tip): Promise<string[]> {
	const out = await git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree]);
	return out.split('\0').filter(Boolean);
}

function lines(all: Iterable<string>): string {
	return [...all].map((line) => `${line}\n`).join('');
}
