import { cleanM4a } from './m4a.ts';
import { cleanMp3 } from './mp3.ts';
import { cleanOpus } from './opus.ts';

export interface Cleaned {
	bytes: Buffer;
	/** Of its file: what it is, whatever it was called. */
	extension: 'mp3' | 'm4a' | 'ogg';
}

/**
 * The same recording, its sound byte for byte, without anything that is not sound: no tag, comment,
 * picture or day.
 *
 * @throws {Error} where that cannot be done; its message continues 'it cannot be published: …'
 */
export function cleanedRecording(bytes: Buffer): Cleaned {
	if (bytes.length === 0) throw new Error('it is empty');
	if (bytes.toString('latin1', 0, 4) === 'OggS')
		return { bytes: cleanOpus(bytes), extension: 'ogg' };
	if (bytes.toString('latin1', 4, 8) === 'ftyp')
		return { bytes: cleanM4a(bytes), extension: 'm4a' };
	return { bytes: cleanMp3(bytes), extension: 'mp3' };
}
