import { concurrently } from '../lib/server/content/concurrent.ts';
import type { Examined } from '../lib/server/content/examine.ts';
import { atOrigin } from '../lib/server/content/galleries.ts';
import { problem, type Problem } from '../lib/server/content/problems.ts';
import type { Content, PhotoRecord } from '../lib/server/content/record.ts';
import { Refusal } from './refusal.ts';

/** A page that shows a picture names its files; what answers for a missing one does not. */
const shows = /\/media\/[0-9a-f]{20}-\d+\./;

/**
 * Compares a published site with what may be shown on this day: photos that are still there and held
 * back are errors, photos that are not there yet are warnings.
 *
 * @param url of the site's top
 * @throws {Refusal} where nothing answers there
 */
export async function liveProblems(
	{ content, decisions }: Examined,
	url: string,
): Promise<Problem[]> {
	const top = topOf(url);
	if (!(await fetched(top)).ok)
		throw new Refusal(`${top} has no page`, 'write the address of the published site', 1);
	const checks = content.photos.flatMap((photo) =>
		addressesOf(content, photo).map((path) => ({ photo, address: new URL(path, top).href })),
	);
	const found = await concurrently(8, checks, async ({ photo, address }) => {
		const decision = decisions.photos.get(photo.id);
		const isPublic = decision?.published === true;
		const answer = await fetched(address);
		if (isPublic === (answer.ok && shows.test(answer.body))) return [];
		if (isPublic) return [told(photo, 'warning', `is not at ${address} yet`)];
		const reason = decision?.reasons.map((one) => one.reason).join('; ');
		return [told(photo, 'error', `is still public at ${address}, and is held back: ${reason}`)];
	});
	return found.flat();
}

function topOf(url: string): string {
	const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
	if (isWeb) return url.replace(/\/*$/, '/');
	throw new Refusal(`"${url}" is no address`, 'write it as https://exhibition.example.org', 2);
}

/** Of its pages in one language: a build has all of them or none. */
function addressesOf({ galleries, languages }: Content, { id }: PhotoRecord): string[] {
	const rooms = galleries.filter(({ hangings }) =>
		hangings.some((one) => one.kind !== 'text' && one.id === id),
	);
	return rooms.map((room) => `${languages[0] ?? 'en'}/galleries/${room.id}/${id}/`);
}

async function fetched(address: string): Promise<{ ok: boolean; body: string }> {
	try {
		const answer = await fetch(address, { signal: AbortSignal.timeout(30_000), cache: 'no-store' });
		return { ok: answer.ok, body: await answer.text() };
	} catch (error) {
		const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
		const reason = cause?.code ?? cause?.message ?? message;
		throw new Refusal(
			`${address} cannot be reached (${reason})`,
			'check the address and the line',
			1,
		);
	}
}

function told({ id, origin }: PhotoRecord, level: 'error' | 'warning', what: string): Problem {
	const { file, position } = atOrigin(origin, []);
	return problem(level, file, position, `"${id}" ${what}`, 'build and publish the site anew');
}
