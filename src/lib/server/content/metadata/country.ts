import { isCountry } from '../day.ts';

/**
 * ISO 3166 alpha-2 of what a file says: its code, or the English name exactly as the runtime has it.
 * Codes of three letters, which IPTC allows too, count only through the name beside them.
 */
export function countryOf(code: string | undefined, name: string | undefined): string | undefined {
	const upper = code?.trim().toUpperCase() ?? '';
	if (isCountry(upper)) return upper;
	return byName().get(name?.trim() ?? '');
}

let known: Map<string, string> | undefined;

function byName(): Map<string, string> {
	return (known ??= new Map(codes().map((code) => [english.of(code) ?? code, code])));
}

const english = new Intl.DisplayNames('en', { type: 'region' });

/** Only countries of today: withdrawn codes have the same names (`TP` is East Timor's old one). */
function codes(): string[] {
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const pairs = letters.flatMap((first) => letters.map((second) => first + second));
	return pairs.filter((pair) => isCountry(pair) && isCurrent(pair));
}

function isCurrent(code: string): boolean {
	return new Intl.Locale(`und-${code}`).region === code;
}
