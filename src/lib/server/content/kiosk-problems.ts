import { BlockList, isIP } from 'node:net';
import type { Decisions } from './decisions.ts';
import { atOrigin } from './galleries.ts';
import { notedIn } from './noted.ts';
import { problem, start, type Problem } from './problems.ts';
import type { Content, Origin } from './record.ts';
import type { Path } from './source.ts';

/** What is wrong for a kiosk alone: where its codes lead, and what its attract loop shows. */
export function kioskProblems(content: Content, decisions: Decisions): Problem[] {
	if (decisions.channel !== 'kiosk') return [];
	return [...ofAddress(content), ...ofAttract(content, decisions)];
}

/** A visitor's telephone has a network of its own, from which the hall's is not to be seen. */
function ofAddress({ exhibition, mode, source }: Content): Problem[] {
	const { public_url: url } = exhibition;
	if (url === undefined) {
		// With an exhibition.yaml, it is told there that this is missing.
		const message = 'there is no `public_url`, so there are no QR codes';
		return mode === 'open' ? [problem('warning', '.', start, message, writeAddress)] : [];
	}
	if (!isPrivate(url)) return [];
	const message = `"public_url" is an address of this house alone, so its QR codes lead nowhere: ${url}`;
	return [at(source, ['public_url'], 'error', message, writeAddress)];
}

const writeAddress = 'write the address at which the exhibition is published on the web';

function ofAttract(content: Content, { photos }: Decisions): Problem[] {
	const noted = notedIn(content);
	const shown = content.photos.filter(({ id }) => photos.get(id)?.published);
	const behind = new Set(shown.filter(noted.photo).map(({ id }) => id));
	const listed = content.exhibition.kiosk?.attract ?? [];
	return listed.flatMap((id, index) => {
		if (id === undefined || !behind.has(id)) return [];
		const message = `"${id}" stands behind a content note, so it is left out of the attract loop`;
		return [
			at(content.source, ['kiosk', 'attract', index], 'warning', message, 'take it off the list'),
		];
	});
}

function at(
	source: Origin['source'],
	path: Path,
	level: Problem['level'],
	message: string,
	remedy: string,
): Problem {
	const place = atOrigin({ source, path: [], file: 'exhibition.yaml' }, path, 'value');
	return problem(level, place.file, place.position, message, remedy);
}

/** IANA's registries of special-purpose addresses, as far as a hall's network may have them. */
const house = new BlockList();
const subnets: [net: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
	['0.0.0.0', 8, 'ipv4'],
	['10.0.0.0', 8, 'ipv4'],
	['100.64.0.0', 10, 'ipv4'],
	['127.0.0.0', 8, 'ipv4'],
	['169.254.0.0', 16, 'ipv4'],
	['172.16.0.0', 12, 'ipv4'],
	['192.168.0.0', 16, 'ipv4'],
	['::', 127, 'ipv6'],
	['fc00::', 7, 'ipv6'],
	['fe80::', 10, 'ipv6'],
];
for (const subnet of subnets) house.addSubnet(...subnet);

/** Names that only a house's own network knows: without a dot, or below what is reserved for it. */
const houseName = /^[^.]+$|\.(localhost|local|internal|lan|home|home\.arpa|test|invalid)$/;

/** Whether nobody outside the house finds this web address. */
export function isPrivate(url: string): boolean {
	if (!URL.canParse(url)) return false;
	const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
	const version = isIP(host);
	if (version === 0) return houseName.test(host);
	return house.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
