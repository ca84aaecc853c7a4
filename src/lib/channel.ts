/**
 * Whether these pages are a kiosk's: known when they are made, so that what a kiosk may not have is not
 * in its code either.
 */
export const isKiosk: boolean = import.meta.env.VITE_IS_KIOSK;
