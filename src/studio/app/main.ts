import { mount } from 'svelte';
import '../../app.css';
import { Api } from './api.ts';
import App from './App.svelte';
import { Desk } from './desk.svelte.ts';
import './desk.css';
import { takeToken } from './route.ts';
import { Words } from './words.svelte.ts';

const token = takeToken(location.hash, sessionStorage);
if (!location.hash.startsWith('#/')) history.replaceState(null, '', '#/');

const words = new Words();
await words.speak([localStorage.getItem('language') ?? '', ...navigator.languages]);
const api = new Api(token, () => ({
	says: words.t('unreached'),
	remedy: words.t('unreached_remedy'),
}));
mount(App, { target: document.getElementById('desk')!, props: { desk: new Desk(api, words) } });
