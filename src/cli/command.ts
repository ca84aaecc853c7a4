/** What one command does; resolves to the exit code, or stays for a server. */
export type Command = (args: readonly string[], checkout: string) => Promise<number>;
