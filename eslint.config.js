// @ts-check
import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** sharp's calls that copy private metadata into what we publish: never (see the XMP writer). */
const keepsMetadata = ['withMetadata', 'keepMetadata', 'keepExif', 'keepXmp', 'withExifMerge'];

export default defineConfig(
	{ ignores: ['.svelte-kit/', '.studio/', 'build/', 'build.*/', 'tests/.tmp/'] },
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'max-lines': ['error', 200],
			'max-lines-per-function': ['error', { max: 40, skipComments: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'no-restricted-properties': ['error', ...keepsMetadata.map((property) => ({ property }))],
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
	},
	{
		// What reaches a browser runs in the oldest ones of package.json's `browserslist`.
		...compat.configs['flat/recommended'],
		files: [
			'src/lib/*.ts',
			'src/lib/{components,i18n,lightbox,offline,show}/**',
			'src/routes/**/*.svelte',
			'src/params/**',
		],
		// Asked for before it is used.
		settings: { polyfills: ['requestIdleCallback', 'cancelIdleCallback'] },
	},
	{ files: ['tests/**'], rules: { 'max-lines-per-function': 'off' } },
	{ files: ['src/lib/components/**', 'src/routes/**'], rules: { 'max-lines-per-function': 'off' } },
);
