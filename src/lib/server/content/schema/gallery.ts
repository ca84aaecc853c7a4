import * as v from 'valibot';
import { day, id, list, map, oneOf, text } from './base.ts';
import { defaults, entry, status, warning } from './photo.ts';

const o = v.optional;

export const gallery = map({
	title: o(text),
	summary: o(text),
	text: o(text),
	cover: o(id),
	wall: o(oneOf(['night', 'paper'])),
	status: o(status),
	defaults: o(defaults),
	publish_at: o(day),
	unpublish_at: o(day),
	warnings: o(list(warning)),
	support: o(text),
	sections: o(list(map({ id, title: o(text) }))),
	photos: o(list(entry)),
});

export type GalleryFile = v.InferOutput<typeof gallery>;
