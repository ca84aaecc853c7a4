import { today } from '../../lib/server/content/day.ts';
import type { Options } from '../../vite/options.ts';
import type { Target } from '../contract/publish.ts';
import { Passwords } from '../publish/passwords.ts';
import { publish, review, targets } from '../publish/publish.ts';
import type { Room } from './place.ts';
import type { Publishing } from './routes/publish-routes.ts';

/** @param given what the studio was started with: a build for the public is told the same */
export function publishingWith(given: Options): Publishing {
	const using = ({ root, cache }: Pick<Room, 'root' | 'cache'>): Options => {
		return { ...given, exhibition: root, cache, asOf: today() };
	};
	const passwords = new Passwords();
	const chosen = (room: Pick<Room, 'root' | 'cache'>, target: Target, password?: string) => {
		if (password !== undefined) passwords.keep(target, password);
		return { using: using(room), ask: passwords.askFor(target) };
	};
	return {
		targets: ({ root }) => targets(root),
		review: (room, target, password) => review(room.root, target, chosen(room, target, password)),
		publish: (room, target, watching) =>
			publish(room.root, target, { ...watching, ...chosen(room, target) }),
	};
}
