import { createContext } from 'svelte';
import type { Desk } from './desk.svelte.ts';

/** Every part of the desk asks here for the desk it stands on. */
export const [deskHere, setDesk] = createContext<Desk>();
