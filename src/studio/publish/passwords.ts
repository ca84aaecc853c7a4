import { inspect } from 'node:util';
import type { Target } from '../contract/publish.ts';
import type { Ask } from './sign-in.ts';

/**
 * Passwords that were typed for hosts, as long as the program runs. They are in no file, and show themselves to nobody who
 * prints or stores what holds them.
 */
export class Passwords {
	readonly #known = new Map<string, string>();

	/** Replaces what was typed for the same person on the same host. */
	keep(target: Target, password: string): void {
		if (target.kind === 'sftp') this.#known.set(keyOf(target), password);
	}

	/** Answers for one target alone, and never with a password where a key's passphrase is asked for: that is nobody else's. */
	askFor(target: Target): Ask | undefined {
		const password = target.kind === 'sftp' ? this.#known.get(keyOf(target)) : undefined;
		if (password === undefined) return undefined;
		return (_question, what) => Promise.resolve(what === 'password' ? password : undefined);
	}

	toJSON(): string {
		return 'passwords';
	}

	[inspect.custom](): string {
		return 'passwords';
	}
}

function keyOf({ user, host, port = 22 }: Extract<Target, { kind: 'sftp' }>): string {
	return JSON.stringify([user, host, port]);
}
