import { expect, it } from 'vitest';
import { foreignTags, tagsOf } from '../support/exiftool.ts';
import { sampleSite } from '../support/sample.ts';

it('ExifTool finds in every picture of the sample what we wrote, and nothing else', () => {
	const found = tagsOf(sampleSite());
	expect(found.length).toBeGreaterThan(150);
	expect(foreignTags(found)).toEqual([]);
	expect(JSON.stringify(found)).toContain('Rendered picture');
});
