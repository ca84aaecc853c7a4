import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../../src/vite/serve.ts';
import { contentFolder } from '../support/folder.ts';

it('answers strange paths without naming another host or revealing a folder beside the site', async () => {
	const place = await contentFolder({
		'build/en/index.html': 'rooms',
		'build/404.html': 'not here',
		'build.nigoh-old/en/index.html': 'secret',
	});
	const { address, close } = await serve(join(place, 'build'), 0);
	const { hostname, port } = new URL(address);
	for (const path of ['//', '/.//en', '//en', '/..%2fbuild.nigoh-old/en', '/nothing']) {
		const asked = request({ hostname, port, path, agent: false }).end();
		const [response] = (await once(asked, 'response')) as [IncomingMessage];
		response.resume();
		expect([path, response.statusCode]).not.toEqual([path, 500]);
		expect(response.headers.location ?? '/').toMatch(/^\/(?!\/)/);
		if (response.statusCode === 404)
			expect(response.headers['referrer-policy']).toBe('no-referrer');
	}
	await close();
});
