import { createHash } from 'node:crypto';

// The page comes back by itself: whoever stands before it can do nothing about it.
const script = `
const pauses = [5, 10, 20, 40, 60];
let tries = 0;
async function look() {
	try {
		const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
		if (answer.ok) return location.reload();
	} catch {}
	wait();
}
function wait() {
	setTimeout(look, 1000 * pauses[Math.min(tries++, pauses.length - 1)]);
}
wait();
`;

const style = `
html { background: #16181a; touch-action: none; overscroll-behavior: none; }
body { margin: 0; height: 100vh; overflow: hidden; }
svg { display: block; width: 100%; height: 100%; }
`;

/** No words: nobody who passes by could do anything about them. Hills at dusk. */
const picture = `<svg viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#20303c"/><stop offset=".7" stop-color="#8a7466"/></linearGradient></defs>
<rect width="160" height="90" fill="url(#sky)"/>
<path d="M0 62q30-14 62-3t98-6v37H0z" fill="#2e3a3c"/>
<path d="M0 72q46-12 90-2t70-3v23H0z" fill="#1d2526"/>
</svg>`;

/** kioskd's own page, for when there is nothing else to be shown. */
export const calmPage = `<!doctype html>
<html lang="zxx">
<meta charset="utf-8">
<title>Nigoh</title>
<style>${style}</style>
${picture}
<script>${script}</script>
</html>
`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export const calmPolicy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;
