import sharp from 'sharp';

/** What a photograph may be; and our own shapes that cover a part of it, which come from memory alone. */
const ours = ['Jpeg', 'Png', 'Webp', 'Tiff', 'Heif', 'Nsgif', 'SvgBuffer'].map(
	(name) => `VipsForeignLoad${name}`,
);

/** From now on this process opens no other kind of file as a picture. */
export function onlyPhotographs(): void {
	sharp.block({ operation: ['VipsForeignLoad'] });
	sharp.unblock({ operation: ours });
}
