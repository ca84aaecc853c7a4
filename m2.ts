import { mkdirSync, writeFileSync, copyFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { Desk } from './src/studio/files/desk.ts';
const root = '/tmp/s1/probe/c'; mkdirSync(root);
writeFileSync(root + '/exhibition.yaml', 'format: 1\ntitle: { en: X }\nlanguages: [en, tg]\n');
for (let g = 0; g < 10; g++) { mkdirSync(`${root}/g${g}`); let t = 'title: { en: x }\n\nphotos:\n';
 for (let i = 0; i < 200; i++) { copyFileSync('photos/home/apricot-branch.jpg', `${root}/g${g}/w${'abcdefghij'[g]}-${i}x.jpg`); t += `  # about ${i}\n  - file: w${'abcdefghij'[g]}-${i}x.jpg\n    title: { en: Photo ${i}, tg: Акс ${i} }\n    caption:\n      en: >-\n        A long caption of this photo which goes on\n        and on ${i}\n    alt: { en: Some alt text }\n    consent: { status: given, ref: C-${i}, scope: [web, kiosk] }\n`; }
 writeFileSync(`${root}/g${g}/gallery.yaml`, t); }
const desk = await Desk.open(root); await desk.view();
await new Promise(r => setTimeout(r, 2200)); await desk.view();
const session = new Session(); session.connect(); await session.post('Profiler.enable');
async function prof(name: string, act: () => Promise<unknown>) {
 await session.post('Profiler.start'); const c = process.cpuUsage(); await act(); const u = process.cpuUsage(c);
 const { profile } = await session.post('Profiler.stop'); const self = new Map<string, number>(); const total = new Map<string, number>();
 const nodes = new Map(profile.nodes.map((n) => [n.id, n])); const parent = new Map<number, number>(); for (const n of profile.nodes) for (const ch of n.children ?? []) parent.set(ch, n.id);
 profile.samples!.forEach((id, i) => { const d = profile.timeDeltas![i]! / 1000; const seen = new Set<string>(); let at: number | undefined = id; let first = true; while (at !== undefined) { const n = nodes.get(at)!; const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-2).join('/')}`; if (first) self.set(k, (self.get(k) ?? 0) + d); first = false; if (!seen.has(k)) total.set(k, (total.get(k) ?? 0) + d); seen.add(k); at = parent.get(at); } });
 console.log('==', name, 'cpu', (u.user + u.system) / 1000); console.log([...total].filter(([k]) => !/root|program|idle/.test(k)).sort((a, b) => b[1] - a[1]).slice(0, 34).map(([k, v]) => `${v.toFixed(0)} ${k}`).join('\n')); }
for (let i = 0; i < 4; i++) { await desk.change({ title: 'x', operations: [{ do: 'set', of: { kind: 'photo', photo: `wd-${i}x` }, path: ['caption', 'tg'], value: 'y' }] }); await desk.view(); }
await prof('set', () => desk.change({ title: 'x', operations: [{ do: 'set', of: { kind: 'photo', photo: 'wd-7x' }, path: ['caption', 'tg'], value: 'y' }] }));
await prof('view', () => desk.view());
await desk.close();
