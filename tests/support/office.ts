import { strToU8, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/node';

/** A real .xlsx of one worksheet. */
export function xlsx(lines: readonly (readonly (string | null)[])[], sheet = 'Captions') {
	const cells = lines.map((line) =>
		line.map((value) => (value === null ? null : { value, type: String })),
	);
	return writeXlsx(cells, { sheet }).toBuffer();
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A real .docx with what stands in its body. */
export function docxOf(body: string): Uint8Array {
	return zipSync({
		'[Content_Types].xml': strToU8(types),
		'_rels/.rels': strToU8(relations),
		'word/document.xml': strToU8(
			`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
		),
	});
}

/** A table of it; a line break begins a new paragraph. */
export function docxTable(lines: readonly (readonly string[])[], property = ''): string {
	const paragraph = (text: string) =>
		`<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
	const cell = (text: string) =>
		`<w:tc><w:tcPr>${property}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
	return `<w:tbl>${lines.map((line) => `<w:tr>${line.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
