/**
 * What cameras and programs write where a caption belongs, in every picture alike: on a wall it would
 * stand under each photograph and say nothing, and it would hide that a caption is missing. Each is
 * compared with the whole text, so that a caption that mentions one of them stays.
 */
const boilerplate: readonly RegExp[] = [
	// Cameras.
	/(olympus|minolta|konica( minolta)?|pentax|sanyo|kodak|ricoh|epson|casio|samsung)? ?digital (still )?camera/,
	/konica minolta.*/,
	/samsung( camera pictures| techwin.*)?/,
	/sony dsc/,
	/<?digimax.*>?/,
	/exif_jpeg_picture/,
	/(kodak|nikon|canon|fuji(film)?|casio|panasonic|leica|ricoh|pentax|olympus|sony|vivitar|hp|jvc)/,
	/dcim([\\/].*)?/,
	/(dsc|img|dscn|dscf|pict|imgp|p)[_-]?\d{3,8}(\.jpe?g)?/,
	/(hdr|edited|qrcode|cof|btf|rbt|fbt|default|oznor|dav|ptr|mde|sdr|nor|_cuva)/,
	// Programs.
	/created with (the )?gimp.*/,
	/creator: gd-jpeg.*/,
	/file written by adobe photoshop.*/,
	/(processed|created|edited) (with|by) (vsco|snapseed|picsart|photoscape|acdsee|lightroom|paint).*/,
	/screen ?shot( .*\d.*)?/,
	/lead technologies.*/,
	/intel\(r\) jpeg library.*/,
	/applemark/,
	/optimized by jpegmini.*/,
	// Empty forms and spilt code prefixes.
	/untitled([ -]?\d*)?/,
	/(ascii|unicode|jis|undefined|null|none|n\/a)/,
	/charset=.*/,
	/(enter )?(caption|description|title)( here)?/,
	/(your|add a|type) (caption|description|title).*/,
	/[\s.,;:*?!_/\\|=~#-]*/,
].map((pattern) => new RegExp(`^(?:${pattern.source})$`, 'is'));

/** Nothing that a machine writes is longer. */
const longest = 120;

/** `text` is trimmed. */
export function isBoilerplate(text: string): boolean {
	return text.length <= longest && boilerplate.some((pattern) => pattern.test(text));
}
