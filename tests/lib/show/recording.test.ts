import { expect, it } from 'vitest';
import { showRecording } from '../../../src/lib/show/recording.ts';

const languages = ['en', 'tg', 'fa'];

it('is in the page’s language, else in the one that stands in, which is named in itself', () => {
	const recordings = { tg: 'a.mp3', fa: 'b.mp3' };
	expect(showRecording({ languages }, recordings, 'tg')).toEqual({ name: 'a.mp3' });
	expect(showRecording({ languages }, recordings, 'en')).toEqual({
		name: 'a.mp3',
		language: { text: 'Тоҷикӣ', lang: 'tg', dir: 'ltr' },
	});
	expect(showRecording({ languages }, { fa: 'b.mp3' }, 'en')?.language?.dir).toBe('rtl');
	expect(showRecording({ languages }, undefined, 'en')).toBeUndefined();
});
