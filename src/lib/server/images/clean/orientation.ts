/**
 * An EXIF block (EXIF 3.0, TIFF 6.0) that says which way is up and nothing else; undefined where the
 * pixels stand upright already.
 *
 * @param orientation as in the tag: 1 to 8
 */
export function orientationExif(orientation = 1): Buffer | undefined {
	if (orientation === 1) return undefined;
	const exif = Buffer.from('49492a00080000000100120103000100000000000000000000000000', 'hex');
	exif.writeUInt16LE(orientation, 18);
	return exif.subarray(0, 26);
}
