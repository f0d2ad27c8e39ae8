import { currentLanguage } from "./current-language.ts";
import { pageStrings } from "./page-strings.ts";

/** A page that needs nothing else from the network, so that a browser can keep it; it looks again by itself every few seconds. */
export async function offlinePage(): Promise<Response> {
  const { language } = await currentLanguage();
  const { product, live, common } = await pageStrings();
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="10">
<title>${escape(product)}</title>
<style>
  :root { color-scheme: light dark; font: 0.875rem/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
  main { max-width: 22rem; padding: 1.5rem; text-align: center; }
  h1 { font-size: 1.0625rem; }
  a { display: inline-block; min-height: 2rem; color: LinkText; }
</style>
<main>
  <h1>${escape(live.offlinePage.title)}</h1>
  <p>${escape(live.offlinePage.text)}</p>
  <a href="">${escape(common.tryAgain)}</a>
</main>
`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
