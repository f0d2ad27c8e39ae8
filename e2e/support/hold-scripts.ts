import type { Page } from "@playwright/test";

/** Keeps scripts back when the page is loaded again: any, or those that it does not begin with. @returns what lets them through */
export async function holdScripts(page: Page, which: "any" | "the later"): Promise<() => Promise<void>> {
  const html = await (await page.request.get(page.url())).text();
  const first = new Set([...html.matchAll(/<script[^>]* src="([^"]+)/g)].map(([, src]) => src));
  const { promise: sent, resolve } = Promise.withResolvers<void>();
  const isHeld = (url: URL) =>
    url.pathname.endsWith(".js") && !(which === "the later" && first.has(url.pathname + url.search));
  await page.route(isHeld, async (route) => {
    await sent;
    await route.continue();
  });
  return async () => {
    resolve();
    await page.unrouteAll({ behavior: "wait" });
  };
}
