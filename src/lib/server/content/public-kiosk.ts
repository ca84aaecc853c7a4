import type { Kiosk, KioskSeconds } from '../../kiosk-model.ts';
import type { Exhibition } from '../../model.ts';
import type { Day } from './day.ts';
import { decideAll } from './decisions.ts';
import { notedIn } from './noted.ts';
import type { Content } from './record.ts';
import { present } from './text.ts';

type Shown = Pick<Exhibition, 'galleries' | 'photos' | 'stories'>;

/** Of the table of states in the kiosk's description. */
const standard: KioskSeconds = {
	...{ attract: 8, fade: 1.2 },
	...{ idle: 60, lightbox: 90, story: 180, qr: 45 },
	...{ warn: 30, staff: 60 },
};

/** What a kiosk's page is told, with what the curator left open filled in. */
export function publicKiosk(content: Content, shown: Shown, day: Day): Kiosk {
	const { exhibition, languages } = content;
	const { language, content_notes: contentNotes = 'cover', sound = 'on' } = exhibition.kiosk ?? {};
	return {
		language: languages.find((one) => one === language) ?? languages[0] ?? 'en',
		attract: attractOf(content, shown),
		contentNotes,
		sound,
		seconds: secondsOf(exhibition.kiosk?.seconds),
		onlyHere: onlyHere(content, shown, day),
	};
}

/** Of what this build shows, what anything keeps from the web on this day. */
function onlyHere(content: Content, { photos, stories }: Shown, day: Day): Kiosk['onlyHere'] {
	const web = decideAll(content, day, 'web');
	const online = [...web.stories].filter(([, { published }]) => published).map(([{ id }]) => id);
	return {
		photos: Object.keys(photos).filter((id) => !web.photos.get(id)?.published),
		stories: Object.keys(stories).filter((id) => !online.includes(id)),
	};
}

function secondsOf(written: Partial<KioskSeconds> = {}): KioskSeconds {
	const keys = Object.keys(standard) as (keyof KioskSeconds)[];
	return keys.reduce((all, key) => ({ ...all, [key]: written[key] ?? standard[key] }), standard);
}

/** As listed, or covers and then leads; nobody agreed to see what stands behind a content note. */
function attractOf(
	content: Content,
	{ galleries, photos }: Pick<Exhibition, 'galleries' | 'photos'>,
) {
	const noted = notedIn(content);
	const mayStand = (id: string) => photos[id] !== undefined && !noted.photo(photos[id]);
	const listed = present(content.exhibition.kiosk?.attract).filter(mayStand);
	if (listed.length > 0) return [...new Set(listed)];
	const open = galleries.filter(({ warnings }) => warnings.length === 0);
	const covers = open.flatMap(({ cover }) => cover ?? []);
	const leads = open.flatMap(({ hangings }) =>
		hangings.flatMap((one) => (one.kind === 'photo' && one.hang === 'lead' ? one.id : [])),
	);
	return [...new Set([...covers, ...leads])].filter(mayStand);
}
