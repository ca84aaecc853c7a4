import type { Page } from 'playwright-core';

declare global {
	interface Window {
		frames_: number[];
		tasks_: number[];
		watch_: boolean;
	}
}

/** Notes each frame and each long task from now on. */
export async function watchFrames(page: Page): Promise<void> {
	await page.evaluate(() => {
		[window.frames_, window.tasks_, window.watch_] = [[], [], true];
		const frame = (now: number) => {
			window.frames_.push(now);
			if (window.watch_) requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
		const observer = new PerformanceObserver((list) =>
			window.tasks_.push(...list.getEntries().map(({ duration }) => duration)),
		);
		observer.observe({ type: 'longtask' });
	});
}

/** Share of the frames of 60 a second that did not come, and the longest task in ms; below 50 none is told. */
export async function framesSeen(page: Page): Promise<{ dropped: number; longest: number }> {
	return page.evaluate(async () => {
		window.watch_ = false;
		await new Promise((done) => setTimeout(done, 300));
		const due = 1000 / 60;
		const all = window.frames_;
		const missing = all
			.slice(1)
			.map((now, at) => Math.max(0, Math.round((now - all[at]!) / due) - 1));
		const expected = Math.round((all.at(-1)! - all[0]!) / due);
		const dropped = missing.reduce((sum, one) => sum + one, 0) / expected;
		return { dropped, longest: Math.max(0, ...window.tasks_) };
	});
}

/** As a wheel does it: so many px, at so many px a second. */
export async function scroll(page: Page, distance: number, speed: number): Promise<void> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Input.synthesizeScrollGesture', {
		...{ x: 600, y: 500, yDistance: -distance, speed },
		gestureSourceType: 'mouse',
		preventFling: true,
	});
	await cdp.detach();
}
