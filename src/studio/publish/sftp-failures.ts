import { Refusal } from '../../vite/refusal.ts';

interface Failure {
	message: string;
	code?: string | number;
	level?: string;
}

const sentences: [(failure: Failure) => boolean, says: string, remedy: string][] = [
	[
		({ code }) => code === 'ENOTFOUND' || code === 'EAI_AGAIN',
		'is not known to the network',
		'check its name and the line',
	],
	[
		({ code }) => code === 'ECONNREFUSED',
		'does not answer at that port',
		'check the port, and whether it lets SFTP in',
	],
	[
		({ level }) => level === 'client-authentication',
		'does not let you in',
		'type the password, name a key (--key FILE), give it to the agent with ssh-add, or check the user',
	],
	[
		({ message }) => /no matching host key/i.test(message),
		'shows another kind of key than before, so it may be another computer',
		'ask who keeps it; if it was changed there, forget the target here and publish again',
	],
	[
		({ message, code, level }) =>
			/No response|not connected|Connection lost|timed? ?out|Keepalive|Channel/i.test(message) ||
			/^(ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(String(code)) ||
			level === 'client-timeout' ||
			code === 6 ||
			code === 7,
		'lost the connection or was not reached',
		'check the line',
	],
	[
		({ code }) => code === 2,
		'has no such folder or file',
		'make the folder there, or check its path',
	],
	[({ code }) => code === 3, 'does not let that user write or read there', 'ask who keeps it'],
	[
		({ code }) => code === 4,
		'could not do it: its disk may be full, or a quota used up',
		'make room there',
	],
];

/** What an SFTP server or the way to it refused, as a sentence; a mistake of ours stays as it is. */
export function sftpRefusal(error: unknown, host: string, path?: string): unknown {
	if (error instanceof Refusal) return error;
	const failure = error as Failure;
	const [, says, remedy] = sentences.find(([fits]) => fits(failure)) ?? [];
	if (says === undefined || remedy === undefined) return error;
	return new Refusal(`${host} ${says}${path === undefined ? '' : ` (${path})`}`, remedy, 1);
}
