import { captionsCsv } from '../tables/captions.ts';
import { compare } from '../tables/compare.ts';
import { guess } from '../tables/guess.ts';
import { tablesIn } from '../tables/tables-in.ts';
import type { TableWork } from './routes/table-routes.ts';

export const tableWork: TableWork = { read: tablesIn, guess, compare, captions: captionsCsv };
