import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { today, type Day } from '../../../lib/server/content/day.ts';
import { hasErrors } from '../../../lib/server/content/examine.ts';
import { build, type Told } from '../../../vite/build.ts';
import type { Options } from '../../../vite/options.ts';
import { Denied, deniedBy } from '../denied.ts';
import type { Door } from '../door.ts';
import type { Listening } from '../listen.ts';
import type { Notices } from '../notices.ts';
import { servePreview } from './server.ts';

export interface PreviewParts {
	checkout: string;
	root: string;
	cache: string;
	door: Door;
	notices: Notices;
	studioPort: () => number;
	/** `build` of the site, unless a test has another. */
	make?: (options: Options, told: Told) => ReturnType<typeof build>;
	/** What was no fault of a curator's. */
	fault: (error: unknown) => void;
}

const task = 'preview';
const steps = { pictures: 'Pictures', pages: 'Pages', swap: 'Nearly ready' };

/** The real site, built into a folder of the studio's own, and served from a port of its own. */
export class Preview {
	readonly #out: string;
	#server: Listening | undefined;
	#running: Promise<void> | undefined;

	constructor(readonly parts: PreviewParts) {
		this.#out = join(parts.root, '.exhibition', 'studio', 'preview');
	}

	/**
	 * Begins; what becomes of it is told as notices.
	 *
	 * @param asOf as the public sees it on this day; without it, drafts too
	 * @throws {Denied} 423 while another is being built
	 */
	begin(asOf: Day | undefined): void {
		if (this.#running)
			throw new Denied(423, 'a preview is being built already', 'wait until it is ready');
		this.#running = this.#build(asOf)
			.catch((error: unknown) => this.#fail(error))
			.finally(() => (this.#running = undefined));
	}

	async close(): Promise<void> {
		await this.#running;
		await this.#server?.close();
		// Drafts are not left lying about as a site.
		await rm(this.#out, { recursive: true, force: true });
	}

	async #build(asOf: Day | undefined): Promise<void> {
		const { make = build, notices } = this.parts;
		await mkdir(join(this.#out, '..'), { recursive: true });
		const report = await make(this.#options(asOf), this.#told());
		const wrong = report.problems.find(({ level }) => level === 'error');
		if (wrong && hasErrors(report.problems))
			throw new Denied(422, `${wrong.file}, line ${wrong.line}: ${wrong.message}`, wrong.remedy);
		const { door, studioPort } = this.parts;
		this.#server ??= await servePreview({ site: this.#out, door, studioPort: studioPort() });
		const address = `http://127.0.0.1:${this.#server.port}/`;
		notices.tell({ kind: 'finished', task, says: 'The preview is ready.', address });
	}

	#options(asOf: Day | undefined): Options {
		const { checkout, root, cache } = this.parts;
		return {
			...{ checkout, exhibition: root, cache, out: this.#out, asOf: asOf ?? today() },
			...{ preset: 'fast', channel: 'web', preview: asOf === undefined ? 'drafts' : 'public' },
			...{ rest: [], flags: {} },
		};
	}

	#told(): Told {
		const { notices } = this.parts;
		const tell = (done: number, of: number, says: string) =>
			notices.tell({ kind: 'progress', task, done, of, says });
		return {
			checked: () => undefined,
			progress: ({ done, of }) => tell(done, of, steps.pictures),
			step: (name) => tell(0, 1, steps[name]),
		};
	}

	#fail(error: unknown): void {
		const denied = deniedBy(error);
		if (!denied) this.parts.fault(error);
		const { says, remedy } = denied?.body ?? {
			says: 'the preview could not be built',
			remedy: 'try it again',
		};
		this.parts.notices.tell({ kind: 'failed', task, says, remedy });
	}
}
