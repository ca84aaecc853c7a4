import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	forget,
	memoryOf,
	namedTarget,
	remember,
	rememberedTargets,
} from '../../../src/studio/publish/targets.ts';
import { contentFolder, fill, temporaryFolder } from '../../support/folder.ts';

const stick = { kind: 'folder', path: '/media/stick' } as const;
const host = { kind: 'sftp', host: 'example.org', user: 'me', path: '/srv' } as const;
const file = (folder: string) => join(folder, '.exhibition/studio/targets.json');

describe('targets that were published to', () => {
	it('are found by their names, the latest first', async () => {
		const folder = await temporaryFolder();
		expect(await rememberedTargets(folder)).toEqual([]);
		expect(await remember(folder, stick)).toBe('stick');
		expect(await remember(folder, { kind: 'zip', path: '/x/stick.zip' })).toBe('stick-2');
		expect(await remember(folder, host, { name: 'live', host_key: 'ssh-ed25519 AAAA' })).toBe(
			'live',
		);
		expect(await remember(folder, stick, { published: '2026-11-24T08:00:00Z' })).toBe('stick');
		const names = (await rememberedTargets(folder)).map(({ name }) => name);
		expect(names).toEqual(['stick', 'live', 'stick-2']);
		expect(await namedTarget(folder, 'live', '/')).toEqual(host);
		await remember(folder, host, { published: '2026-11-25T08:00:00Z' });
		expect((await memoryOf(folder, host))?.host_key).toBe('ssh-ed25519 AAAA');
		expect((await stat(file(folder))).mode & 0o777).toBe(0o600);
		expect(await readFile(join(folder, '.exhibition/.gitignore'), 'utf8')).toBe('*\n');
	});

	it('are forgotten', async () => {
		const folder = await temporaryFolder();
		await remember(folder, stick);
		await expect(forget(folder, 'stik')).rejects.toThrow('there is no target "stik"');
		await forget(folder, 'stick');
		expect(await rememberedTargets(folder)).toEqual([]);
	});

	it('are asked for with a hint', async () => {
		const folder = await temporaryFolder();
		await expect(namedTarget(folder, 'stik', '/')).rejects.toMatchObject({ exitCode: 2 });
		await remember(folder, stick);
		await expect(namedTarget(folder, 'stik', '/')).rejects.toMatchObject({
			remedy: 'did you mean "stick"?',
		});
	});

	it('keep nothing that is not known, and say where the file is spoilt', async () => {
		const targets = [{ name: 'x', target: { ...host, password: 'secret' } }];
		const folder = await contentFolder({
			'.exhibition/studio/targets.json': JSON.stringify({ version: 1, targets }),
		});
		await remember(folder, stick);
		expect(await readFile(file(folder), 'utf8')).not.toContain('secret');
		await fill(folder, { '.exhibition/studio/targets.json': '{' });
		await expect(rememberedTargets(folder)).rejects.toThrow('is not as it was written');
	});
});
