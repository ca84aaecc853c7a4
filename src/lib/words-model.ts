/** Words of the interface by key: plain, or by the plural category of their number. */
export type Words = Readonly<Record<string, string | Readonly<Record<string, string>>>>;
