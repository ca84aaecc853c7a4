import { countryOf } from './country.ts';
import { firstDate } from './dates.ts';
import { present, type Fields } from './embedded.ts';
import { textsOf, type DataSets } from './iim.ts';
import { list, names, spoken, words } from './words.ts';

/** What an IPTC block says; numbers as in the Information Interchange Model 4.2, chapter 6. */
export function iimFields(sets: DataSets): Fields {
	const texts = (key: string) => textsOf(sets, key);
	const text = (key: string) => words(texts(key)[0]);
	return {
		...present({
			title: spoken(text('2:5')) ?? spoken(text('2:105')),
			caption: spoken(texts('2:120').join('\n')),
			creator: names(texts('2:80')),
			credit: text('2:110'),
			copyright: text('2:116'),
			keywords: list(texts('2:25')),
			date: firstDate(text('2:55')),
			place: present({
				name: text('2:92'),
				country: countryOf(text('2:100'), text('2:101')),
				region: text('2:95'),
				city: text('2:90'),
			}),
		}),
	};
}
