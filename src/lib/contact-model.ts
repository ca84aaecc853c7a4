import type { Text } from './model.ts';

export interface Organisation {
	name?: Text;
	address?: Text;
	telephone: readonly string[];
	fax: readonly string[];
	email?: string;
}

export interface Venue {
	name: Text;
	address?: Text;
	from?: string;
	until?: string;
	hours?: Text;
}

export interface Help {
	text: Text;
	telephone?: string;
	country?: string;
}

export type Withdrawal = { telephone?: string; email?: string; days?: number };
