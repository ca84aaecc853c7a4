import { isDevice } from '../inside.ts';

const most = 120;

/**
 * A file's own name, as any system takes it: no folder, no sign that means something to one of them, not
 * hidden. Letters of every script stay.
 */
export function fileName(given: string): string {
	const [last = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1);
	const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '');
	const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,8})?$/s.exec(plain) ?? [];
	const short = [...stem].slice(0, most).join('').trimEnd() || 'photo';
	return `${isDevice(short) ? `photo-${short}` : short}${ending}`;
}
