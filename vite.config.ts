import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { fonts } from './src/vite/fonts.ts';
import { nigoh } from './src/vite/plugin.ts';

/** Chrome 111, Safari 16.4 and Firefox 114: older than Vite's own default in places. */
const browsers = ['chrome111', 'safari16.4', 'firefox114'];

/** What stories, explore, a kiosk, keeping and codes have in common is no load for a gallery. */
const onGalleries = (id: string) =>
	!/\/(Teaser|StoryDates)\.svelte|\/(explore|kiosk|offline|uqr)\/|\/show\/qr/.test(id);

/** Tests that build a site, and tests that look at the sample's. */
const builds = ['tests/site/**/*.test.ts'];
const looks = ['tests/e2e/**/*.test.ts'];
/** A build does without vitest. */
const order = async () =>
	process.env.VITEST
		? { sequencer: (await import('./tests/support/longest-first.ts')).LongestFirst }
		: {};
const minutes = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
	plugins: [fonts(), nigoh(), sveltekit()],
	// What only a kiosk has is then no part of the web's code.
	define: { 'import.meta.env.VITE_IS_KIOSK': String(process.env.NIGOH_CHANNEL === 'kiosk') },
	build: {
		// What several pages share is one file: two dozen small ones wait for one another.
		rolldownOptions: {
			optimization: { inlineConst: { mode: 'all', pass: 2 } },
			output: {
				codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, test: onGalleries }] },
			},
		},
		target: browsers,
		cssTarget: browsers,
		// A typeface within the style would be fetched by pages that have none of its letters.
		assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
	},
	server: { host: '127.0.0.1' },
	test: {
		globalSetup: 'tests/support/temporary.ts',
		sequence: await order(),
		testTimeout: 20_000,
		// The test's own time is what ends a wait, not a shorter one.
		expect: { poll: { timeout: 60_000 } },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['tests/**/*.test.ts'],
					exclude: [...builds, ...looks, '**/node_modules/**'],
				},
			},
			{
				extends: true,
				test: {
					name: 'site',
					include: builds,
					// All builds of a checkout share one output folder of Kit.
					fileParallelism: false,
					sequence: { groupOrder: 1 },
					...minutes,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: looks,
					globalSetup: 'tests/support/sample-setup.ts',
					// Most of their time they wait for a page to come to rest.
					maxWorkers: 3,
					sequence: { groupOrder: 2 },
					...minutes,
				},
			},
		],
	},
});
