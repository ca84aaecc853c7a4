import type { Page } from 'playwright-core';

export interface Crawled {
	/** Paths of this language, in the order in which they were found. */
	pages: string[];
	/** Pages that say that something is wrong. */
	faulty: string[];
	/** What else links lead to, with the page of each. */
	others: { href: string; on: string }[];
}

/** Follows every link to a page of the visitor's language once, by clicks; the page must be driven (`in-page.ts`). */
export function crawl(page: Page): Promise<Crawled> {
	return page.evaluate(async () => {
		const root = `/${document.documentElement.lang}/`;
		const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
		const pages = new Set([location.pathname]);
		const others = new Map<string, string>();
		const faulty: string[] = [];
		const go = async (path: string) => {
			const anew = Object.assign(document.createElement('a'), { href: path });
			// A photo on a wall opens the viewer.
			const link = links().find((one) => one.pathname === path && !one.dataset.photo) ?? anew;
			if (link === anew) document.querySelector('main')?.append(anew);
			link.click();
			anew.remove();
			// The visitor is still there.
			dispatchEvent(new Event('scroll'));
			await driven.until(path, () => location.pathname === path);
			for (let turn = 0; turn < 2; turn++) await new Promise((done) => setTimeout(done));
		};
		for (const path of pages) {
			if (path !== location.pathname) await go(path);
			if (document.querySelector('.error')) faulty.push(path);
			for (const { origin, pathname, href } of links()) {
				const isHere = origin === location.origin && pathname.startsWith(root);
				if (isHere) pages.add(pathname);
				else if (!others.has(href)) others.set(href, location.pathname);
			}
		}
		return { pages: [...pages], faulty, others: [...others].map(([href, on]) => ({ href, on })) };
	});
}
