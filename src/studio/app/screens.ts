import type { Component } from 'svelte';
import Care from './care/Care.svelte';
import History from './History.svelte';
import Home from './Home.svelte';
import Import from './intake/Import.svelte';
import Tables from './intake/Tables.svelte';
import Inspector from './photo/Inspector.svelte';
import Preview from './publish/Preview.svelte';
import Publish from './publish/Publish.svelte';
import Redact from './redact/Redact.svelte';
import type { Screen } from './route.ts';
import TextTable from './sheet/TextTable.svelte';
import Stories from './story/Stories.svelte';
import LightTable from './table/LightTable.svelte';

type Shown = Component<{ id?: string }>;

/** What each address shows. */
export const screens: Readonly<Record<Screen, Shown>> = {
	home: Home as Shown,
	gallery: LightTable,
	text: TextTable,
	photo: Inspector,
	redact: Redact,
	care: Care,
	import: Import as Shown,
	tables: Tables as Shown,
	stories: Stories,
	preview: Preview as Shown,
	publish: Publish as Shown,
	history: History as Shown,
};
