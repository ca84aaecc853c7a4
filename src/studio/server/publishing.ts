import { today } from '../../lib/server/content/day.ts';
import type { Options } from '../../vite/options.ts';
import { publish, review, targets } from '../publish/publish.ts';
import type { Room } from './place.ts';
import type { Publishing } from './routes/publish-routes.ts';

/** @param given what the studio was started with: a build for the public is told the same */
export function publishingWith(given: Options): Publishing {
	const using = ({ root, cache }: Pick<Room, 'root' | 'cache'>): Options => {
		return { ...given, exhibition: root, cache, asOf: today() };
	};
	return {
		targets: ({ root }) => targets(root),
		review: (room, target) => review(room.root, target, { using: using(room) }),
		publish: (room, target, watching) =>
			publish(room.root, target, { ...watching, using: using(room) }),
	};
}
