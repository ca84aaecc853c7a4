import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkout } from '../../support/corpus.ts';

/** The sample with one more gallery, `many`, in which the first 24 of its photos hang. */
export async function manyPhotos(folder: string): Promise<void> {
	await cp(join(checkout, 'photos'), folder, {
		recursive: true,
		filter: (path) => !path.includes('.exhibition'),
	});
	const file = join(folder, 'exhibition.yaml');
	const exhibition = parse(await readFile(file, 'utf8')) as { galleries: string[] };
	const photos: { ref: string }[] = [];
	for (const room of exhibition.galleries) {
		const text = await readFile(join(folder, room, 'gallery.yaml'), 'utf8');
		const gallery = parse(text) as { photos: { file?: string }[] };
		const files = gallery.photos.flatMap(({ file: name }) => name ?? []);
		photos.push(...files.map((name) => ({ ref: name.replace('.jpg', '') })));
	}
	exhibition.galleries.push('many');
	await writeFile(file, stringify(exhibition));
	await mkdir(join(folder, 'many'));
	const title = { en: 'Many', tg: 'Бисёр', ru: 'Много', fa: 'بسیار' };
	await writeFile(
		join(folder, 'many', 'gallery.yaml'),
		stringify({ title, photos: photos.slice(0, 24) }),
	);
}
