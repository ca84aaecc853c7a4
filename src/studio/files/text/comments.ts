import { Lexer } from 'yaml';

/** How many comments a YAML text has: none may get lost unnoticed. */
export function commentsIn(text: string): number {
	if (!text.includes('#')) return 0;
	let count = 0;
	for (const lexeme of new Lexer().lex(text)) if (lexeme.startsWith('#')) count++;
	return count;
}
