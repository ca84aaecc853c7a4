import { describe, expect, it } from 'vitest';
import { cleanedRecording } from '../../../../src/lib/server/recordings/clean/clean.ts';
import {
	ape,
	id3v1,
	id3v2,
	m4a,
	mp3Frame,
	mp3Frames,
	oggPage,
	opus,
	opusHead,
	planted,
	track,
} from './made.ts';

const cleaned = (...parts: Buffer[]) => cleanedRecording(Buffer.concat(parts));

describe('an MP3', () => {
	const sound = mp3Frames();
	it.each([
		['is left as it is without tags', [sound]],
		['loses ID3v2', [id3v2(), sound]],
		['loses two of them, one with a footer', [id3v2(true), id3v2(), sound]],
		['loses padding', [id3v2(), Buffer.alloc(2000), sound]],
		['loses ID3v1', [sound, id3v1()]],
		['loses APE and ID3v1', [sound, ape(), id3v1()]],
		['loses APE in front', [ape(), sound]],
		['loses what follows', [sound, Buffer.from('\xff\xd8\xff\xe0 a picture', 'latin1'), planted]],
		['loses a last frame that was cut off', [sound, mp3Frame().subarray(0, 300)]],
	])('%s', (_, parts) => {
		const { bytes, extension } = cleaned(...parts);
		expect(extension).toBe('mp3');
		expect(bytes.equals(sound)).toBe(true);
	});

	it('loses what stands in the middle', () => {
		expect(cleaned(mp3Frames(5), id3v2(), mp3Frames(5)).bytes.equals(mp3Frames(10))).toBe(true);
	});
});

describe('an M4A', () => {
	it('keeps its sound where it was, and says nothing', () => {
		const before = m4a();
		const { bytes, extension } = cleaned(before, planted);
		expect(extension).toBe('m4a');
		expect(bytes.length).toBe(before.length);
		expect(bytes.indexOf('the sound itself')).toBe(before.indexOf('the sound itself'));
		expect(bytes.includes('PLANTED')).toBe(false);
		expect(bytes.includes(Buffer.from([0xde, 0xad]))).toBe(false);
		expect(bytes.includes('stco')).toBe(true);
		expect(bytes.includes('udta')).toBe(false);
	});

	it.each(['vide', 'text', 'sbtl', 'tmcd'])('with a track of "%s" is refused', (kind) => {
		expect(() => cleaned(m4a(track(), track(kind)))).toThrow('more than sound');
	});

	it('without sound is refused', () => {
		expect(() => cleaned(m4a().subarray(0, 40))).toThrow('no whole MP4');
	});
});

describe('an Opus file', () => {
	it('keeps its sound, and says nothing', () => {
		const before = opus();
		const { bytes, extension } = cleaned(before, planted);
		expect(extension).toBe('ogg');
		expect(bytes.includes('PLANTED')).toBe(false);
		const packets = (of: Buffer) => of.toString('latin1').split('\xfc\xff\xfe').length;
		expect(packets(bytes)).toBe(packets(before));
		// Of a page that is known: see the vectors of RFC 3533 in libogg.
		expect(cleaned(bytes).bytes.equals(bytes)).toBe(true);
	});

	it('whose comments fill several pages is numbered anew', () => {
		const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(255 * 3 - 8, 'PLANTED')]);
		const whole = oggPage(1, 0, tags);
		// A page of full segments, and one that ends the packet.
		const first = Buffer.concat([whole.subarray(0, 26), Buffer.from([3, 255, 255, 255]), tags]);
		const last = oggPage(2, 1, planted);
		const sound = oggPage(3, 4, Buffer.from([0xfc, 0xff, 0xfe]), 960);
		const { bytes } = cleaned(oggPage(0, 2, opusHead), first, last, sound);
		expect(bytes.includes('PLANTED')).toBe(false);
		const numbers = [...bytes.toString('latin1').matchAll(/OggS/g)].map(({ index }) =>
			bytes.readUInt32LE(index + 18),
		);
		expect(numbers).toEqual([0, 1, 2]);
	});

	it.each([
		['of another kind', [oggPage(0, 2, Buffer.from('\x01vorbis'))], 'without Opus'],
		[
			'with a second stream',
			[oggPage(0, 2, opusHead), oggPage(0, 2, opusHead, 0, 8)],
			'more than one',
		],
		['without comments', [oggPage(0, 2, opusHead), oggPage(1, 0, planted)], 'is missing'],
		['without sound', [opus().subarray(0, 140)], 'no sound'],
	])('%s is refused', (_, parts, said) => {
		expect(() => cleaned(...parts)).toThrow(said);
	});
});

it.each([
	['nothing', Buffer.alloc(0), 'it is empty'],
	['a text', Buffer.from('These are words. '.repeat(500)), 'no sound that is known'],
	[
		'a WAV',
		Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(5000)]),
		'no sound that is known',
	],
	['only a tag', id3v2(), 'no sound that is known'],
])('%s is refused', (_, bytes, said) => {
	expect(() => cleanedRecording(bytes)).toThrow(said);
});
