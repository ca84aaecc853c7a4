import { encode } from 'uqr';

/** A QR code as one path of SVG: a unit of it is a module, and no quiet zone is around it. */
export interface QrCode {
	/** Modules of a side. */
	size: number;
	path: string;
}

/**
 * The QR code of an address, at level M (ISO/IEC 18004): still read where 15 % of it are worn off.
 * Readers want four modules of white around it.
 */
export function qrCode(address: string): QrCode {
	const { data, size } = encode(address, { ecc: 'M', border: 0 });
	return { size, path: data.map((row, y) => runs(row, y)).join('') };
}

/** Dark modules that touch are one bar: between two there would be hairlines in print. */
function runs(row: readonly boolean[], y: number): string {
	const line = row.map((dark) => (dark ? '1' : '0')).join('');
	return [...line.matchAll(/1+/g)]
		.map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
		.join('');
}
