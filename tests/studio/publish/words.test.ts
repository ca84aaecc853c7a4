import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/studio/contract/publish.ts';
import { nameFor, targetFrom, wordsOf } from '../../../src/studio/publish/target-words.ts';

const read: [typed: string, target: Target, words: string, name: string][] = [
	[
		'/media/Stick 1',
		{ kind: 'folder', path: '/media/Stick 1' },
		'folder:/media/Stick 1',
		'stick-1',
	],
	['./out', { kind: 'folder', path: '/here/out' }, 'folder:/here/out', 'out'],
	['folder:out', { kind: 'folder', path: '/here/out' }, 'folder:/here/out', 'out'],
	['zip:a.zip', { kind: 'zip', path: '/here/a.zip' }, 'zip:/here/a.zip', 'a'],
	['kiosk:/media/k', { kind: 'kiosk', path: '/media/k' }, 'kiosk:/media/k', 'k'],
	[
		'sftp://me@example.org/srv/my%20site/',
		{ kind: 'sftp', host: 'example.org', port: undefined, user: 'me', path: '/srv/my site' },
		'sftp://me@example.org/srv/my%20site',
		'example-org',
	],
	[
		'sftp://me@[::1]:2222/srv',
		{ kind: 'sftp', host: '::1', port: 2222, user: 'me', path: '/srv' },
		'sftp://me@[::1]:2222/srv',
		'1',
	],
	[
		'git:../site.git#gh-pages',
		{ kind: 'git', repository: '/site.git', branch: 'gh-pages' },
		'git:/site.git#gh-pages',
		'site-gh-pages',
	],
	[
		'git:git@example.org:we/site.git#pages',
		{ kind: 'git', repository: 'git@example.org:we/site.git', branch: 'pages' },
		'git:git@example.org:we/site.git#pages',
		'site-pages',
	],
	[
		'git:https://example.org/we/site#pages',
		{ kind: 'git', repository: 'https://example.org/we/site', branch: 'pages' },
		'git:https://example.org/we/site#pages',
		'site-pages',
	],
];

describe('what is typed as a target', () => {
	it.each(read)('%s', (typed, target, words, name) => {
		const found = targetFrom(typed, '/here');
		expect(found).toEqual(target);
		expect([wordsOf(target), nameFor(target)]).toEqual([words, name]);
		expect(targetFrom(words, '/elsewhere')).toEqual(target);
	});

	it('is no target where it is a word', () => {
		expect(targetFrom('stick', '/here')).toBeUndefined();
	});

	it.each([
		'zip:',
		'sftp://example.org/srv',
		'sftp://me@example.org',
		'git:site.git',
		'git:#main',
		'git:--upload-pack=x#main',
		'git:x#-f',
		'git:x#a..b',
	])('%s is not whole', (typed) => {
		expect(() => targetFrom(typed, '/here')).toThrow('is not a whole target');
	});

	it('is never kept or told with a password', () => {
		const typed = () => targetFrom('sftp://me:secret@example.org/srv', '/here');
		expect(typed).toThrow('sftp://me@example.org/srv');
		expect(typed).not.toThrow(/secret/);
		const repository = () => targetFrom('git:https://me:secret@example.org/x#pages', '/here');
		expect(repository).toThrow('is not a whole target');
		expect(repository).not.toThrow(/secret/);
	});
});
