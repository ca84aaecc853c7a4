import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFolder } from '../../support/folder.ts';
import { photo } from './photo.ts';
import { workroom } from './workroom.ts';

/** An exhibition with secrets beside it, and links that lead there. */
export async function attacked(most?: number) {
	const folder = await contentFolder({
		'photos/exhibition.yaml': 'format: 1\ntitle: { en: Road }\nlanguages: [en]\n',
		'photos/road/tea.jpg': true,
		'photos-old/secret.jpg': true,
		'secret.jpg': true,
	});
	const root = join(folder, 'photos');
	await symlink(join(folder, 'secret.jpg'), join(root, 'road/link.jpg'));
	await symlink(join(folder, 'photos-old'), join(root, 'linked'));
	return workroom(
		root,
		[
			...[photo('tea', 'road/tea.jpg'), photo('link', 'road/link.jpg')],
			...[photo('linked', 'linked/secret.jpg'), photo('old', '../photos-old/secret.jpg')],
		],
		most,
	);
}
