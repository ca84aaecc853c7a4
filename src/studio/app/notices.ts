import type { Notice } from '../contract/server.ts';
import type { Desk } from './desk.svelte.ts';
import { tasks } from './tasks.svelte.ts';

/** Hears what the server says by itself. Returns what ends it. */
export function listen(desk: Desk): () => void {
	const source = new EventSource('/api/notices');
	source.onmessage = ({ data }: MessageEvent<string>) => heard(desk, JSON.parse(data) as Notice);
	return () => source.close();
}

function heard(desk: Desk, notice: Notice): void {
	if (notice.kind !== 'changed') return tasks.tell(notice);
	if (!desk.isOpen || notice.revision <= desk.view.revision) return;
	void desk.attempt(() => desk.refresh());
	const what = notice.outside.join(', ');
	if (what) desk.said = desk.words.t('changed_outside', { what });
}
