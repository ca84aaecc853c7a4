import { execFileSync } from 'node:child_process';

type Tags = Record<string, unknown>;

/** What ExifTool finds in every picture of a site, by group and name, without what describes the file itself. */
export function tagsOf(site: string): Tags[] {
	const args = ['-j', '-G1', '-a', '-u', '-ee3', '-r', '-ext', 'jpg', '-ext', 'avif', site];
	const found = JSON.parse(
		execFileSync('exiftool', args, { maxBuffer: 2 ** 28 }).toString(),
	) as Tags[];
	return found.map((tags) =>
		Object.fromEntries(
			Object.entries(tags).filter(
				([name]) => !/^(SourceFile|ExifTool:|System:|Composite:)/.test(name),
			),
		),
	);
}

/** Our XMP, and the structure that every JPEG and AVIF has. */
const ours =
	/^(XMP-dc:(Creator|Rights)|XMP-photoshop:Credit|XMP-xmpRights:WebStatement|XMP-plus:LicensorURL|XMP-iptcCore:AltTextAccessibility|XMP-iptcExt:DigitalSourceType)(-[\w-]+)?$/;
const structure =
	/^File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents|YCbCrSubSampling)$|^(QuickTime|Meta):(MajorBrand|MediaData|InitialDelaySamples|MinorVersion|CompatibleBrands|HandlerType|PrimaryItemReference|MetaImageSize|ExifImageSize|ImageSpatialExtent|ImagePixelDepth|PixelAspectRatio|AV1Configuration\w*|Chroma\w+|SeqProfile|SeqLevelIdx0|SeqTier0|HighBitDepth|TwelveBit|ColorProfiles|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|MediaData(Size|Offset)|\w*InitialPresentationDelay\w*|ItemProtection|HandlerVendorID|HandlerDescription|Unknown_?\w*)$/i;

/** Names of tags that are neither. */
export function foreignTags(found: readonly Tags[]): string[] {
	const names = [...new Set(found.flatMap((tags) => Object.keys(tags)))];
	return names.filter((name) => !ours.test(name) && !structure.test(name));
}
