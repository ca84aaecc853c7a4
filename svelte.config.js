// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

const shell = readFileSync(new URL('src/app.html', import.meta.url), 'utf8');
const [, script = ''] = /<script>([^]*?)<\/script>/.exec(shell) ?? [];
/** Kit hashes its own scripts, and not the one of the shell. */
const ours = `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** What a visitor of a kiosk could leave it by. */
const kiosk =
	process.env.NIGOH_CHANNEL === 'kiosk'
		? /** @type {const} */ ({ 'form-action': ['none'], 'frame-src': ['none'] })
		: {};

/**
 * The build command sets NIGOH_STAGING (the folder beside OUT to write into) and NIGOH_VERSION
 * (a hash of what is published: Kit's default is the clock, and then no two builds are the same).
 * @type {import('@sveltejs/kit').Config}
 */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ pages: process.env.NIGOH_STAGING, assets: process.env.NIGOH_STAGING }),
		version: { name: process.env.NIGOH_VERSION ?? 'development' },
		// An exhibition may have no page of a kind, such as none for a photographer.
		prerender: { handleUnseenRoutes: 'ignore' },
		output: { preloadStrategy: 'modulepreload' },
		// A page's styles are shorter than the wait for one more file.
		inlineStyleThreshold: 20_000,
		alias: { $fonts: '.svelte-kit/nigoh/fonts' },
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'img-src': ['self', 'data:'],
				'style-src': ['self', 'unsafe-inline'],
				'script-src': ['self', 'wasm-unsafe-eval', /** @type {`sha256-${string}`} */ (ours)],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				...kiosk,
			},
		},
	},
};
