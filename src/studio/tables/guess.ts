import type { Mapping } from '../contract/tables.ts';

/** What columns are called, in the languages of those who make tables: words with which a heading begins. */
const names: Readonly<Record<string, string>> = {
	alt: 'alt|alttext|alternative|альт|альтернативный|матни ивазкунанда|متن جایگزین',
	id: '((photo|picture|фото)[ _-]?)?(id|identifier|ид|идентификатор)|рамз|شناسه',
	file: 'file|filename|image|photo|picture|имя файла|файл|номи файл|акс|نام فایل|نام پرونده|فایل|پرونده',
	number: 'number|no|nr|num|n°|№|#|номер|рақам|шумора|شماره',
	description: 'description|long description|описание|тавсиф|توضیح|توضیحات|сүрөттөө',
	caption: 'caption|label|подпись|имзо|шарҳ|زیرنویس|شرح|түшүндүрмө',
	title: 'title|name|название|заголовок|унвон|сарлавҳа|ном|عنوان|аталышы',
	transcript: 'transcript|расшифровка|رونویس',
	credit: 'credit|author|photographer|автор|муаллиф|عکاس|پدیدآور',
};
const beginnings = Object.entries(names).map(
	([field, words]) => [field, new RegExp(`^(${words})(?!\\p{L})`, 'u')] as const,
);
const withoutLanguage = ['id', 'file', 'number'];

/** Languages as people write them in a heading. */
const languageNames: readonly [string, RegExp][] = [
	['en', /^(english|eng|англ(ийский)?|англисӣ|انگلیسی)$/],
	['tg', /^(tajik|taj|тадж(икский)?|тоҷикӣ|تاجیکی)$/],
	['ru', /^(russian|rus|рус(ский)?|русӣ|روسی)$/],
	['fa', /^(persian|farsi|dari|фарси|персидский|форсӣ|дари|فارسی|دری)$/],
	['ky', /^(kyrgyz|кыргызча|кирг(изский)?|қирғизӣ|قرقیزی)$/],
	['uz', /^(uzbek|узб(екский)?|ӯзбекӣ|ازبکی)$/],
];
const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/;

/**
 * What the columns of a table are: `title/en`, "Caption (tg)", "Название ru", "file". Each is found once, at its first
 * column; what is not understood is left alone.
 *
 * @param languages of the exhibition: others are not understood, and the first is that of a heading that names none
 */
export function guess(header: readonly string[], languages: readonly string[] = []): Mapping {
	const mapping: Record<number, string> = {};
	for (const [column, heading] of header.entries()) {
		const meant = meaning(heading, languages);
		if (meant && !Object.values(mapping).includes(meant)) mapping[column] = meant;
	}
	return mapping;
}

function meaning(heading: string, languages: readonly string[]): string | undefined {
	const said = heading.normalize('NFC').trim().toLowerCase();
	const field = beginnings.find(([, beginning]) => beginning.test(said))?.[0];
	if (field === undefined || withoutLanguage.includes(field)) return field;
	const language = languageIn(said);
	if (language === undefined)
		return languages[0] === undefined ? field : `${field}/${languages[0]}`;
	const known = languages.find((one) => one.toLowerCase() === language);
	return known || languages.length === 0 ? `${field}/${known ?? language}` : undefined;
}

/** The last of several words, or what stands behind a slash or in brackets. */
function languageIn(said: string): string | undefined {
	const words = said.split(/[\s/()[\]:_,.]+/).filter(Boolean);
	const last = words.length > 1 ? (words.at(-1) ?? '') : '';
	const named = languageNames.find(([, name]) => name.test(last))?.[0];
	return named ?? (tag.test(last) ? last : undefined);
}
