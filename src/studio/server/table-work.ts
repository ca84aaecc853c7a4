import { captionsCsv } from '../tables/captions.ts';
import { compare } from '../tables/compare.ts';
import { guess } from '../tables/guess.ts';
import { tablesIn } from '../tables/tables-in.ts';
import { translationsXlsx, type ThumbnailOf } from '../tables/translate/package.ts';
import type { TableWork } from './routes/table-routes.ts';

export function tableWork(thumbnailOf: ThumbnailOf): TableWork {
	return {
		...{ read: tablesIn, guess, compare, captions: captionsCsv },
		translations: (content, lang) => translationsXlsx(content, lang, thumbnailOf),
	};
}
