import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import {
	matterIn,
	partsOf,
	withBody,
	withFront,
	withValue,
	type MatterPath,
} from '../../../src/studio/app/story/matter.ts';

const front = `title: Four days by train # as she says it
# A sentence or two.
summary: >-
  In an open carriage there are no doors
  between the berths.
kind: story
byline: { written_by: "Nigoh, an invented text" }
event:
  # the first evening
  starts: 2026-12-01
  place: Dushanbe`;

describe('a story and what is said of it', () => {
	const text = `---\n${front}\n---\n\nIt goes.\n`;

	it('are two parts of one text', () => {
		expect(partsOf(text)).toEqual({ front, body: 'It goes.\n' });
		expect(partsOf('It goes.')).toEqual({ front: undefined, body: 'It goes.' });
		expect(partsOf('---\n---\nIt')).toEqual({ front: '', body: 'It' });
		expect(partsOf('--- \ntitle: It\n--- \n\n\nIt').front).toBe('title: It');
		expect(partsOf('---\n---\nIt\n---\nmore')).toEqual({ front: '', body: 'It\n---\nmore' });
		expect(partsOf('---\ntitle: It\n---')).toEqual({ front: 'title: It', body: '' });
	});

	it('keep lines that are typed above the first word', () => {
		let now = text;
		for (const typed of ['\nIt', '\n\nIt', '\n\n\nIt']) {
			now = withBody(now, typed);
			expect(partsOf(now)).toEqual({ front, body: typed });
		}
	});

	it('change without each other', () => {
		expect(withBody(text, 'It stands.')).toBe(`---\n${front}\n---\n\nIt stands.`);
		expect(withBody('---\ntitle: It\n---', 'It')).toBe('---\ntitle: It\n---\nIt');
		expect(withBody('It goes.', 'It stands.')).toBe('It stands.');
		expect(withFront(text, 'title: It')).toBe('---\ntitle: It\n---\n\nIt goes.\n');
		expect(withFront('It goes.', '')).toBe('---\n---\n\nIt goes.');
	});
});

describe('what is said of a story', () => {
	const of = (path: MatterPath, text = front) => matterIn(text)?.of(path);

	it('is read by its keys', () => {
		expect(of(['title'])).toBe('Four days by train');
		expect(of(['summary'])).toBe('In an open carriage there are no doors between the berths.');
		expect(of(['event', 'starts'])).toBe('2026-12-01');
		expect(of(['byline', 'told_by'])).toBe('');
		expect(of(['event'])).toBe('');
		expect(of(['title'], '')).toBe('');
		expect(matterIn('title: "It')).toBeUndefined();
		expect(matterIn('- It')).toBeUndefined();
	});

	it.each<[MatterPath, string, string, string]>([
		[['title'], 'Home: a day', 'title: Four days by train #', 'title: "Home: a day" #'],
		[['kind'], 'news', 'kind: story', 'kind: news'],
		[['kind'], '', '\nkind: story', ''],
		[
			['summary'],
			'Short.',
			'>-\n  In an open carriage there are no doors\n  between the berths.\n',
			'Short.\n',
		],
		[
			['summary'],
			'',
			'summary: >-\n  In an open carriage there are no doors\n  between the berths.\n',
			'',
		],
		[['byline', 'written_by'], 'Nigora', '"Nigoh, an invented text"', 'Nigora'],
		[['byline', 'written_by'], '', 'byline: { written_by: "Nigoh, an invented text" }\n', ''],
		[['event', 'starts'], '2026-12-02', '2026-12-01', '2026-12-02'],
		[['event', 'starts'], '', '\n  starts: 2026-12-01', ''],
		[['event', 'place'], '', '\n  place: Dushanbe', ''],
		[['event', 'url'], 'https://a.tj', 'starts:', 'url: https://a.tj\n  starts:'],
		[['date'], '2026-10', 'place: Dushanbe', 'place: Dushanbe\ndate: 2026-10'],
	])('with another %j says %j, and all else as before', (path, value, before, after) => {
		const changed = withValue(front, path, value);
		expect(changed).toBe(front.replace(before, after));
		expect(of(path, changed)).toBe(value);
	});

	it('takes up what it has not said yet', () => {
		const more = withValue(front, ['byline', 'told_by'], 'Gulnora, 34');
		expect(of(['byline', 'told_by'], more)).toBe('Gulnora, 34');
		expect(of(['byline', 'written_by'], more)).toBe('Nigoh, an invented text');
		expect(withValue('', ['title'], 'It')).toBe('title: It');
		expect(withValue('kind: story', ['byline', 'told_by'], 'Gul')).toBe(
			'kind: story\nbyline: { told_by: Gul }',
		);
		expect(withValue('title:\nkind: story', ['title'], 'It')).toBe('title: It\nkind: story');
		expect(withValue('byline:\nkind: story', ['byline', 'told_by'], 'Gul')).toBe(
			'kind: story\nbyline: { told_by: Gul }',
		);
	});

	it('stays a text whatever is typed', () => {
		for (const typed of ['yes', '12', 'a # b', "it's", '- x', '{a}', 'null', 'کتاب: نو', '"'])
			expect(parse(withValue(front, ['title'], typed))).toMatchObject({ title: typed });
	});

	it.each<[string, string, MatterPath, string]>([
		[
			'byline: { told_by: Gul }',
			'byline: { told_by: "Gulnora, 34" }',
			['byline', 'told_by'],
			'Gulnora, 34',
		],
		[
			'event: { starts: 2026-12-01 }',
			'event: { starts: 2026-12-01, place: "A [b" }',
			['event', 'place'],
			'A [b',
		],
		['title: A # keep', 'title: "..." # keep', ['title'], '...'],
		['{ title: A, kind: story }', '{ title: A, kind: story, date: 2026-10 }', ['date'], '2026-10'],
		['  title: A\n  kind: story', 'title: A\nkind: story\ndate: 2026-10', ['date'], '2026-10'],
	])('changes %j to %j', (before, after, path, value) => {
		expect(withValue(before, path, value)).toBe(after);
	});

	it('is typed letter by letter', () => {
		for (const [path, typed] of [
			[['byline', 'told_by'], 'Gulnora, 34 [of Khujand] {a} "b" #c: d'],
			[['event', 'place'], '--- ... 12 Rudaki, Dushanbe'],
			[['title'], '*A* & !b > | ` @ % ... ---'],
		] as const) {
			let now: string = front;
			for (let length = 1; length <= typed.length; length += 1) {
				now = withValue(now, path, typed.slice(0, length));
				expect(of(path, now)).toBe(typed.slice(0, length));
			}
			expect(now).toContain('# A sentence or two.');
			for (let length = typed.length - 1; length >= 0; length -= 1) {
				now = withValue(now, path, typed.slice(0, length));
				expect(of(path, now)).toBe(typed.slice(0, length));
			}
			expect(parse(now)).toMatchObject({ kind: 'story', event: { starts: '2026-12-01' } });
		}
	});

	it.each([
		'title: # here\nkind: story',
		'title:\n  # here\nkind: story',
		'title: ""\nkind: story',
	])('takes a title up where %j has none', (before) => {
		const after = withValue(before, ['title'], 'It');
		expect(parse(after)).toEqual({ title: 'It', kind: 'story' });
	});

	it.each(['title: &t A\nsummary: *t', 'title: !!str A', 'byline: Gulnora', 'event: [a]'])(
		'is left to be typed as it stands where it says %j',
		(odd) => expect(matterIn(odd)).toBeUndefined(),
	);
});
