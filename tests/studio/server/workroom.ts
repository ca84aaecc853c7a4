import { join } from 'node:path';
import type { PhotoView } from '../../../src/studio/contract/view.ts';
import { Apprentice } from '../../../src/studio/server/darkroom/apprentice.ts';
import { Pictures } from '../../../src/studio/server/darkroom/pictures.ts';
import { Intake } from '../../../src/studio/server/intake/intake.ts';
import { Quarantine } from '../../../src/studio/server/intake/quarantine.ts';
import { Notices } from '../../../src/studio/server/notices.ts';
import { Place } from '../../../src/studio/server/place.ts';
import { deskRoutes } from '../../../src/studio/server/routes/desk-routes.ts';
import { intakeRoutes, type IntakeRoom } from '../../../src/studio/server/routes/intake-routes.ts';
import { pictureRoutes } from '../../../src/studio/server/routes/picture-routes.ts';
import { storyRoutes } from '../../../src/studio/server/routes/story-routes.ts';
import { checkout } from '../../support/corpus.ts';
import { FakeDesk } from './desk.ts';
import { keep, Stage } from './stage.ts';

/** A server over a folder and a fake desk, that makes pictures and takes files. */
export async function workroom(root: string, photos: readonly PhotoView[], most?: number) {
	const desk = new FakeDesk(root, photos);
	const apprentices = [new Apprentice(checkout), new Apprentice(checkout)] as const;
	const cache = join(root, '.exhibition', 'cache');
	const pictures = await Pictures.open(root, cache, [apprentices[0]]);
	const quarantine = await Quarantine.open(root);
	const intake = new Intake({
		...{ view: () => desk.view(), pictures, quarantine, apprentice: apprentices[1] },
	});
	const close = async () => {
		intake.close();
		await pictures.close();
	};
	const room: IntakeRoom = { root, cache, desk, pictures, intake, close };
	const place = keep(new Place(async () => room));
	await place.open(root);
	const notices = new Notices();
	const said: string[] = [];
	const routes = [
		...[deskRoutes(place, notices), pictureRoutes(place)],
		intakeRoutes(place, notices, most),
		storyRoutes(place),
	];
	return { desk, room, quarantine, said, stage: await Stage.with(routes, said) };
}
