import type { Language } from '../model.ts';

/** ISO 15924: Arabic, its Nastaliq, Hebrew, Thaana, Syriac, N'Ko, Adlam, Rohingya. */
const scripts = new Set(['Arab', 'Aran', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);
/** Languages whose script runtimes do not know by themselves. */
const arabic = new Set(['prs', 'pes', 'pbu', 'arz', 'bal', 'haz', 'mzn', 'pnb']);

/** Writing direction of a BCP 47 tag: by its script, or the one that its language is mostly written in. */
export function direction(language: Language): 'ltr' | 'rtl' {
	const { language: base, script, likely } = parse(language);
	if (script === undefined && arabic.has(base)) return 'rtl';
	return scripts.has(script ?? likely ?? '') ? 'rtl' : 'ltr';
}

function parse(tag: string): { language: string; script?: string; likely?: string } {
	try {
		const locale = new Intl.Locale(tag);
		const { language, script } = locale;
		return { language: language ?? '', script, likely: locale.maximize().script };
	} catch {
		return { language: tag };
	}
}
