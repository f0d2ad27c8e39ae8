import type { Page } from "@playwright/test";
import { de } from "#lib/strings/de";
import { en } from "#lib/strings/en";

/** `--german`: the same in German, into a folder of its own. */
export const isGerman = process.argv.includes("--german");
export const strings = isGerman ? de : en;

export type Shot = {
  name: string;
  path: string;
  /** The conversation to open. */
  subject?: string;
  prepare?: (page: Page) => Promise<unknown>;
  /** Where nothing of that kind is on a phone. */
  isWide?: boolean;
  /** Where it is on a phone only. */
  isNarrow?: boolean;
  /** The page to its end, not only what the window shows. */
  isWhole?: boolean;
};

/** In the page: resolves when nothing of it has changed for a second, so that what comes late is in the picture. */
export function hasComeToRest(): Promise<void> {
  return new Promise((resolve) => {
    const rest = () => setTimeout(() => (observer.disconnect(), resolve()), 1000);
    let timer = rest();
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = rest();
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}
