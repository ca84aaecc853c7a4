import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { nigoh } from './src/vite/plugin.ts';

/** Chrome 111, Safari 16.4 and Firefox 114: older than Vite's own default in places. */
const browsers = ['chrome111', 'safari16.4', 'firefox114'];

export default defineConfig({
	plugins: [nigoh(), sveltekit()],
	build: { target: browsers, cssTarget: browsers },
	server: { host: '127.0.0.1' },
	test: { include: ['tests/**/*.test.ts'], testTimeout: 20_000 },
});
