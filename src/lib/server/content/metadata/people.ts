import type { Properties, Value } from './xmp.ts';

/**
 * Properties that name who is in a picture: IPTC's PersonInImage, the regions of the Metadata Working
 * Group (`mwg-rs`) and of Microsoft's Photo Gallery (`MPReg`).
 */
const naming =
	/Iptc4xmpExt\/2008-02-29\/Person(InImage|Name)$|mwg-rs\/1\.0\/|regions\/Name$|PersonDisplayName$/;

/** The names of who is in a picture. They are never published; programs repeat them among the keywords. */
export function peopleIn(properties: Properties): string[] {
	return [...properties].flatMap(([name, value]) => namesIn(name, value));
}

function namesIn(name: string, value: Value): string[] {
	const own = naming.test(name) ? [value.text, ...value.items.map(({ text }) => text)] : [];
	const inner = [value, ...value.items].flatMap(({ fields }) => peopleIn(fields));
	const deeper = value.items.flatMap(({ items }) =>
		items.flatMap((item) => namesIn(name, { ...item, items: [] })),
	);
	return [...own, ...inner, ...deeper].map((one) => one.trim()).filter(Boolean);
}
