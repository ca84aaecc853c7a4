/**
 * A6 landscape, four to a sheet of A4 landscape: the sheet is cut twice, along the hairlines. Nothing
 * is printed where a printer does not reach but the beginnings of these lines.
 */
export const style = `
@page { size: 297mm 210mm; margin: 0; }
* { box-sizing: border-box; margin: 0; }
html { color: #1d1a16; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { --serif: 'Nigoh Serif', 'Nigoh Serif Cyrillic', 'Noto Serif', serif;
	--sans: 'Nigoh Sans', 'Nigoh Sans Cyrillic', 'Noto Sans', sans-serif;
	font: 400 9pt/1.4 var(--sans); hyphens: auto; }
[data-script='cyrillic'] { --serif: 'Nigoh Serif Cyrillic', 'Nigoh Serif', 'Noto Serif', serif;
	--sans: 'Nigoh Sans Cyrillic', 'Nigoh Sans', 'Noto Sans', sans-serif; }
[data-script='arabic'] { --serif: 'Nigoh Arabic', 'Nigoh Serif', 'Noto Naskh Arabic', serif;
	--sans: 'Nigoh Arabic', 'Nigoh Sans', 'Noto Sans Arabic', sans-serif; }
.sheet { position: relative; display: grid; grid-template: repeat(2, 105mm) / repeat(2, 148.5mm);
	inline-size: 297mm; block-size: 210mm; overflow: hidden; break-after: page; direction: ltr; }
.sheet:last-child { break-after: auto; }
.label { display: flex; flex-direction: column; gap: 3mm; padding: 9mm; overflow: hidden; }
.blocks { flex: 1; min-block-size: 0; display: grid; gap: 2mm 6mm; align-content: start; overflow: hidden; }
.two .blocks { grid-template-columns: 1fr 1fr; }
h2 { font: 380 var(--title)/1.2 var(--serif); text-wrap: balance; hyphens: manual; }
.blocks p { font: 400 var(--caption)/1.4 var(--sans); white-space: pre-line; }
.blocks [data-script='arabic'] p, .credit [data-script='arabic'] { font-size: calc(var(--caption) * 1.06); line-height: 1.5; }
.blocks .note, .credit { color: #645c51; }
.large { --title: 17pt; --caption: 10.5pt; }
.medium { --title: 13pt; --caption: 8.5pt; }
.small { --title: 11pt; --caption: 7pt; }
.foot { display: flex; align-items: flex-end; justify-content: space-between; gap: 8mm; }
.credit { font-size: 7.5pt; overflow-wrap: anywhere; }
.qr { flex: none; display: block; inline-size: 24mm; block-size: 24mm; }
.cut { position: absolute; background: #1d1a16; }
.across { inline-size: 6mm; block-size: 0.1mm; inset-block-start: 105mm; }
.down { inline-size: 0.1mm; block-size: 6mm; inset-inline-start: 148.5mm; }
@media screen { html { background: #ddd3c3; } .sheet { margin: 8mm auto; background: #fff; } }
`;
