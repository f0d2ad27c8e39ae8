import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** What the inbox's page brings to the browser before a list is seen. */
const entries = [
  "components/inbox/inbox-screen.tsx",
  "components/live/kept-cache.tsx",
  "components/live/live-updates.tsx",
  "components/live/offline-page.tsx",
  "components/live/app-providers.tsx",
  "components/language/language-provider.tsx",
];
/** Large, and of no use to a list: each comes when it is needed. */
const laterOnly = [
  "zod",
  "react-hook-form",
  "@hookform/resolvers",
  "@tiptap",
  "cmdk",
  "sonner",
  "idb-keyval",
  "pdfjs-dist",
];

describe("the first load", () => {
  it("brings no library that the list does without", () => {
    const chains = chainsFrom(entries);
    const found = [...chains].filter(([name]) => laterOnly.some((one) => name === one || name.startsWith(`${one}/`)));
    expect(found.map(([name, chain]) => `${chain.join(" → ")} → ${name}`)).toEqual([]);
  });

  it("brings nothing of Radix but what hands looks on, as menus and dialogs come after the list", () => {
    const files = [...chainsFrom(entries).keys()].filter((path) => existsSync(path));
    const names = files.flatMap(
      (path) => /import \{([^}]*)\} from "radix-ui"/.exec(readFileSync(path, "utf8"))?.[1] ?? [],
    );
    expect([...new Set(names.map((name) => name.trim()))]).toEqual(["Slot"]);
  });

  it("says only what an inbox says", () => {
    const chains = chainsFrom(entries);
    const found = [...chains.keys()].filter((path) => /strings\/(rest|en|de)\.|use-strings\.ts$/.test(path));
    expect(found.map((path) => [...(chains.get(path) ?? []), path].join(" → "))).toEqual([]);
  });

  it("catches a planted one", () => {
    expect([...chainsFrom(["components/folders/folder-name-dialog.tsx"]).keys()]).toContain("react-hook-form");
  });
});

/** Everything that is reached by plain imports, and by which way; what is imported later, or only as a type, is not. */
function chainsFrom(starts: readonly string[]): Map<string, string[]> {
  const chains = new Map<string, string[]>(starts.map((path) => [path, []]));
  for (const [path, chain] of chains)
    if (existsSync(path)) for (const name of importsOf(path)) if (!chains.has(name)) chains.set(name, [...chain, path]);
  return chains;
}

function importsOf(path: string): string[] {
  const statements = readFileSync(path, "utf8").matchAll(/^(?:import|export) (?!type )([^;]*?) from "([^"]+)";/gms);
  return [...statements]
    .filter(([, names = ""]) => names.replaceAll(/type \w+( as \w+)?,?|[{}\s,]/g, "") !== "")
    .map(([, , from = ""]) => resolve(path, from));
}

function resolve(importer: string, from: string): string {
  if (from.startsWith("#")) return `${from.slice(1)}.ts`;
  if (from.startsWith(".")) return normalize(join(dirname(importer), from));
  return from;
}
