import { availableParallelism } from 'node:os';
import { concurrently } from '../content/concurrent.ts';
import { ofThisPicture } from './failure.ts';
import { fulfilOne, type Order, type Outcome } from './pictures.ts';

/**
 * Carries out orders in this process, as many at once as there are cores.
 *
 * @param begun told when one is begun, so that who watches knows what was in hand if this process dies
 */
export async function fulfilHere(
	cache: string,
	orders: readonly Order[],
	ended: (index: number, outcome: Outcome) => void,
	begun: (index: number) => void = () => undefined,
): Promise<void> {
	await concurrently(availableParallelism(), orders, async (order, index) => {
		begun(index);
		ended(index, await fulfilOne(cache, order).catch(ofThisPicture(order.file)));
	});
}
