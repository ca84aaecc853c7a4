import type { Text } from '../../model.ts';
import type { PhotoRecord, StoryRecord } from './record.ts';

/** Every line that was written of a photo or in a story, in every language. */
export function textsOf(record: PhotoRecord | StoryRecord): string[] {
	const texts = 'body' in record ? ofStory(record) : ofPhoto(record);
	const lines = texts.flatMap((text) => text.split('\n'));
	return lines.map((line) => line.trim()).filter(Boolean);
}

function ofPhoto({ title, caption, alt, description, transcript }: PhotoRecord): string[] {
	const all: (Text | undefined)[] = [title, caption, alt, description, transcript];
	return all.flatMap((text) => Object.values(text ?? {}));
}

function ofStory({ matter, body }: StoryRecord): string[] {
	const prose = body.split('\n').filter((line) => !line.startsWith('::'));
	return [matter.title ?? '', matter.summary ?? '', ...prose];
}
