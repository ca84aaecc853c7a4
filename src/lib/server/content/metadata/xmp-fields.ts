import { countryOf } from './country.ts';
import { firstDate } from './dates.ts';
import { present, type EmbeddedPlace, type Fields, type Texts } from './embedded.ts';
import { textsByLanguage } from './languages.ts';
import { peopleIn } from './people.ts';
import { each, list, names, spoken, words } from './words.ts';
import type { Properties, Value } from './xmp.ts';

const dc = 'http://purl.org/dc/elements/1.1/';
const exif = 'http://ns.adobe.com/exif/1.0/';
const iptcCore = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/';
const iptcExt = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
const photoshop = 'http://ns.adobe.com/photoshop/1.0/';
const plus = 'http://ns.useplus.org/ldf/xmp/1.0/';
const xmp = 'http://ns.adobe.com/xap/1.0/';
const xmpRights = 'http://ns.adobe.com/xap/1.0/rights/';

/** What XMP says; the properties are those of the IPTC Photo Metadata Standard 2023.1. */
export function xmpFields(properties: Properties): Fields {
	const of = (name: string) => properties.get(name);
	const told = (name: string) => each(texts(of(name)), spoken);
	return {
		...present({
			title: told(`${dc}title`) ?? told(`${photoshop}Headline`),
			caption: told(`${dc}description`),
			alt: told(`${iptcCore}AltTextAccessibility`),
			description: told(`${iptcCore}ExtDescrAccessibility`),
			creator: names(items(of(`${dc}creator`))),
			credit: words(text(of(`${photoshop}Credit`))),
			copyright: each(texts(of(`${dc}rights`)), words),
			keywords: list(items(of(`${dc}subject`))),
			people: list(peopleIn(properties)),
			date: firstDate(
				text(of(`${photoshop}DateCreated`)),
				text(of(`${exif}DateTimeOriginal`)),
				text(of(`${xmp}CreateDate`)),
			),
			place: place(properties),
			webStatement: address(text(of(`${xmpRights}WebStatement`))),
			acquire: licensor(of(`${plus}Licensor`)),
			digitalSourceType: lastSegment(text(of(`${iptcExt}DigitalSourceType`))),
		}),
	};
}

function texts(value: Value | undefined): Texts | undefined {
	return value && textsByLanguage(value.items.length > 0 ? value.items : [value]);
}

function text(value: Value | undefined): string | undefined {
	return value?.items.find((item) => item.text.trim() !== '')?.text ?? value?.text;
}

function items(value: Value | undefined): (string | undefined)[] {
	return value && value.items.length > 0 ? value.items.map(text) : [text(value)];
}

/** The simple fields first; then the place in the picture, then the place of the camera. */
function place(properties: Properties): EmbeddedPlace | undefined {
	return (
		simplePlace(properties) ??
		structuredPlace(properties.get(`${iptcExt}LocationShown`)) ??
		structuredPlace(properties.get(`${iptcExt}LocationCreated`))
	);
}

function simplePlace(properties: Properties): EmbeddedPlace | undefined {
	const of = (name: string) => words(text(properties.get(name)));
	return present({
		name: of(`${iptcCore}Location`),
		country: countryOf(of(`${iptcCore}CountryCode`), of(`${photoshop}Country`)),
		region: of(`${photoshop}State`),
		city: of(`${photoshop}City`),
	});
}

function structuredPlace(value: Value | undefined): EmbeddedPlace | undefined {
	const { fields } = value?.items[0] ?? value ?? {};
	const of = (name: string) => words(text(fields?.get(iptcExt + name)));
	return present({
		name: of('Sublocation') ?? of('LocationName'),
		country: countryOf(of('CountryCode'), of('CountryName')),
		region: of('ProvinceState'),
		city: of('City'),
	});
}

/** The first of the licensors that has an address. */
function licensor(value: Value | undefined): string | undefined {
	const licensors = value && value.items.length > 0 ? value.items : [value];
	return licensors
		.map((one) => address(text(one?.fields.get(`${plus}LicensorURL`))))
		.find((found) => found !== undefined);
}

/** An address that a link may lead to: nothing but http and https. */
function address(written: string | undefined): string | undefined {
	const clean = words(written);
	if (!clean || !/^https?:\/\/\S+$/i.test(clean) || !URL.canParse(clean)) return undefined;
	return clean;
}

function lastSegment(term: string | undefined): string | undefined {
	return /^(?:.*[/#:])?([A-Za-z]+)\/?$/.exec(words(term) ?? '')?.[1];
}
