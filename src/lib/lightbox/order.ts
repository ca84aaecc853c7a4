/**
 * PhotoSwipe lays slides out from left to right and knows no other direction. Where a language is
 * written from the right, the next picture hangs to the left: the order is turned round, and with it
 * swipe and arrow keys. The same number leads there and back.
 */
export function turned(index: number, count: number, direction: 'ltr' | 'rtl'): number {
	return direction === 'rtl' ? count - 1 - index : index;
}
