import type { Component } from 'svelte';
import Home from './Home.svelte';
import Inspector from './photo/Inspector.svelte';
import type { Screen } from './route.ts';
import LightTable from './table/LightTable.svelte';

/** What each address shows. */
export const screens: Readonly<Record<Screen, { component: Component<{ id?: string }> }>> = {
	home: { component: Home as Component<{ id?: string }> },
	gallery: { component: LightTable },
	photo: { component: Inspector },
	text: { component: Inspector },
	redact: { component: Inspector },
	care: { component: Inspector },
	import: { component: Inspector },
	tables: { component: Inspector },
	stories: { component: Inspector },
	preview: { component: Inspector },
	publish: { component: Inspector },
	history: { component: Inspector },
};
