import { expect, it } from 'vitest';
import { partOf, rangeOf } from '../../../src/lib/offline/range.ts';

it.each([
	['bytes=0-', [0, 9]],
	['bytes=2-4', [2, 4]],
	['bytes=8-99', [8, 9]],
	['bytes=-3', [7, 9]],
	['bytes=10-', undefined],
	['bytes=1-2,4-5', undefined],
	['bytes=-', undefined],
	[null, undefined],
])('%s of ten bytes', (header, range) => expect(rangeOf(header, 10)).toEqual(range));

it('a part says which one it is, and has its bytes', async () => {
	const made = () => new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } });
	const part = await partOf(made(), 'bytes=2-4');
	expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10']);
	expect([part.headers.get('content-type'), await part.text()]).toEqual(['audio/mpeg', '234']);
	const whole = await partOf(made(), null);
	expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
});
