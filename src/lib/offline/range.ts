/** From and to, both within, of a `Range` header; undefined where it asks for no one part of so many bytes. */
export function rangeOf(header: string | null, size: number): [number, number] | undefined {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (from === '' && to === '') return undefined;
	const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return first <= last ? [first, last] : undefined;
}

/** Safari plays a recording only where it gets the part that it asked for. */
export async function partOf(response: Response, header: string | null): Promise<Response> {
	if (header === null) return response;
	const whole = await response.blob();
	const range = rangeOf(header, whole.size);
	const type = response.headers.get('content-type') ?? '';
	if (!range) return new Response(whole, { headers: { 'content-type': type } });
	const [first, last] = range;
	return new Response(whole.slice(first, last + 1), {
		status: 206,
		headers: { 'content-type': type, 'content-range': `bytes ${first}-${last}/${whole.size}` },
	});
}
