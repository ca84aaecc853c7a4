import sharp from 'sharp';

/** Part of a maskable icon that no system cuts off is a circle of four fifths: what matters fits into it. */
const shrunk = 0.75;

/**
 * The icon as PNG files for those who read no SVG: for home screens and for the web manifest. The
 * outermost pixel's colour is what fills the rest of the one that systems cut to their own shape.
 */
export async function iconFiles(svg: Buffer): Promise<Map<string, Buffer>> {
	const png = (size: number) =>
		sharp(svg, { density: (72 * size) / 32 })
			.resize(size)
			.png({ compressionLevel: 9 })
			.toBuffer();
	const inner = Math.round(512 * shrunk);
	const margin = (512 - inner) / 2;
	const maskable = sharp(await png(inner))
		.extend({ top: margin, bottom: margin, left: margin, right: margin, extendWith: 'copy' })
		.png({ compressionLevel: 9 })
		.toBuffer();
	return new Map([
		['icon-180.png', await png(180)],
		['icon-192.png', await png(192)],
		['icon-512.png', await png(512)],
		['icon-maskable.png', await maskable],
	]);
}
