import { unzipSync, zipSync } from 'fflate';
import { TableFault } from './fault.ts';

/** Names within a file of Office, and what they hold. */
export type Parts = Record<string, Uint8Array>;

/** A thousand photos with texts in five languages are 5 MB: what unpacks to more was made to. */
export const mostUnpacked = 64 * 2 ** 20;

/**
 * The XML of a .xlsx or .docx, without pictures, macros and what else travels in it. A size that is declared too
 * small cuts the part off: no file makes more of itself than it says.
 *
 * @throws {TableFault} for what is no such file, or unpacks to more than {@link mostUnpacked}
 */
export function unpacked(bytes: Uint8Array): Parts {
	let size = 0;
	const parts = opened(() =>
		unzipSync(bytes, {
			filter({ name, originalSize }) {
				if (!/\.(xml|rels)$/i.test(name)) return false;
				size += originalSize;
				if (size > mostUnpacked) throw tooLarge();
				return true;
			},
		}),
	);
	const decode = (part: Uint8Array) => new TextDecoder('latin1').decode(part.subarray(0, 4096));
	// Office writes none; what declares entities may grow without end.
	if (Object.values(parts).some((part) => decode(part).includes('<!DOCTYPE'))) throw damaged();
	return parts;
}

/** The parts as one file again, for a library that wants it so. */
export function packed(parts: Parts): Buffer {
	return Buffer.from(zipSync(parts, { level: 0 }));
}

/** What a library cannot read, in a sentence. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		throw error instanceof TableFault ? error : damaged();
	}
}

function opened<T>(open: () => T): T {
	try {
		return open();
	} catch (error) {
		throw error instanceof TableFault ? error : damaged();
	}
}

function damaged(): TableFault {
	return new TableFault('the file is damaged', 'open it and save it again under a new name');
}

function tooLarge(): TableFault {
	const remedy = 'copy the texts alone into a new file';
	return new TableFault('the file unpacks to more than a table of texts has', remedy);
}
