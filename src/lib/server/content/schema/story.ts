import * as v from 'valibot';
import { day, fileName, id, line, list, map, oneOf, partialDate, text, url } from './base.ts';
import { consent, status, warning } from './photo.ts';

const o = v.optional;

/** Front matter of `stories/<slug>.<lang>.md`: in one language, so its texts are plain strings. */
export const story = map({
	title: line,
	summary: o(line),
	kind: o(oneOf(['story', 'news', 'event'])),
	date: o(partialDate),
	event: o(map({ starts: o(day), ends: o(day), place: o(text), deadline: o(day), url: o(url) })),
	status: o(status),
	publish_at: o(day),
	unpublish_at: o(day),
	people: o(list(id)),
	byline: o(map({ told_by: o(line), written_by: o(line), translated_by: o(line) })),
	audio: o(fileName),
	warnings: o(list(warning)),
	consent: o(consent),
});

export type StoryMatter = v.InferOutput<typeof story>;
