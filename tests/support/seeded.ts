/** Numbers from 0 to 1, the same ones for the same seed (a linear congruential generator). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}
