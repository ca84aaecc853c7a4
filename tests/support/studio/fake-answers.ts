import type { FoundFile } from '../../../src/studio/contract/intake.ts';
import type { Outcome } from '../../../src/studio/contract/operations.ts';
import type { Compared, Table } from '../../../src/studio/contract/tables.ts';
import type { FakeDesk } from './fake-desk.ts';

const done: Outcome = { done: true, revision: 2, alsoOutside: [] };

/** What the fake says where nothing depends on it. */
export const answers = {
	'GET /api/history': (_: unknown, desk: FakeDesk) => desk.history,
	'GET /api/versions': () => [
		{ file: 'road/gallery.yaml', version: 'one', at: '2026-11-20T10:00:00Z', bytes: 4000 },
	],
	'POST /api/restore': () => done,
	'GET /api/targets': () => [{ kind: 'folder', path: '/media/stick' }],
	'POST /api/review': (_: unknown, desk: FakeDesk) => ({
		...{ errors: [], warnings: [], noLongerPublic: [] },
		newlyPublic: desk.view.photos.slice(0, 3).map(({ id }) => id),
	}),
	'POST /api/publish': () => ({}),
	'POST /api/preview': () => ({}),
	'POST /api/seal': () => done,
	'POST /api/withdraw': () => done,
	'POST /api/markdown': (said: unknown) => ({
		html: `<p>${(said as { text: string }).text.replace(/[<&]/g, ' ').slice(0, 300)}</p>`,
		problems: [],
	}),
	'PUT /api/intake': (bytes: unknown, _: FakeDesk, url: URL): FoundFile => ({
		...{
			key: url.pathname.split('/').at(-1)!,
			name: url.searchParams.get('name') ?? '',
			rating: 4,
		},
		...{
			bytes: (bytes as Buffer).length,
			width: 1200,
			height: 800,
			removed: ['position', 'serial'],
		},
		entry: { title: { en: 'A window' } },
	}),
	'POST /api/table': (): Table[] => [
		{
			name: 'Sheet 1',
			header: ['File', 'Caption (en)'],
			rows: [
				['train.jpg', 'A train'],
				['x.jpg', 'No such'],
			],
		},
	],
	'GET /api/table/guess': () => ({ 0: 'file', 1: 'caption/en' }),
	'POST /api/table/compare': (_: unknown, desk: FakeDesk): Compared => {
		const [photo] = desk.view.photos;
		return {
			differences: [{ photo: photo!.id, field: 'caption/en', was: 'Old', value: 'A train' }],
			unknown: [{ row: 2, text: 'x.jpg' }],
			...{ missing: [], refused: [] },
			step: {
				title: 'Captions from a table',
				operations: [
					{
						...{ do: 'set', of: { kind: 'photo', photo: photo!.id }, path: ['keywords'] },
						...{ was: photo!.entry.keywords, value: ['table'] },
					},
				],
			},
		};
	},
};
