/** What the sample has not: content notes, people, covered parts, a paper wall, a language without an interface. */
export const noted = {
	'exhibition.yaml': `format: 1
title: { en: Notes, uz: Eslatmalar }
languages: [uz, en]
public_url: https://example.org/hall
galleries: [first, second]
help: [{ text: { en: Call us }, telephone: '+992 600 00 00 00' }]
people:
  mariam: { name: { en: Mariam }, name_changed: true }
`,
	'first/gallery.yaml': `title: { en: First, uz: Birinchi }
wall: paper
photos:
  - file: tea.jpg
    title: { en: Tea, uz: Choy }
    caption: { en: "Two lines\\nof caption" }
    alt: { en: A glass of tea }
    people: [mariam]
    consent: { status: given, scope: [web], given_on: 2026-01-01, identifiable: yes }
    redact: [{ shape: rectangle, x: 0.1, y: 0.1, w: 0.2, h: 0.2, reason: bystander }]
  - file: fist.jpg
    title: { en: A fist }
    alt: { en: A raised fist }
    caption: { en: What happened }
    warnings: [{ kind: violence, text: { en: A man is beaten. } }]
    consent: { status: not_needed }
  - file: bread.jpg
    alt: { en: Bread }
    consent: { status: not_needed }
`,
	'second/gallery.yaml': `title: { en: Second }
warnings: [{ kind: death }]
support: { en: Talk to somebody. }
photos:
  - { file: door.jpg, alt: { en: A door }, consent: { status: not_needed } }
  - ref: tea
`,
	'second/door.jpg': true,
} as const;
