/** The walls of the house: who may import whom (ARCHITECTURE.md), how large a file may grow, and what nobody writes. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

type Wall = { room: RegExp; may: RegExp[] };

const kernel = /^server\/[a-z-]+\.ts$/;
const starters = /^server\/(engine|runtime)\.ts$/;
const room = (name: string) => new RegExp(`^server/${name}/`);
const lib = /^lib\//;
const db = /^db\//;
const events = room("events");
const enginePorts = ["imap", "smtp", "mime", "oauth"].map(room);

/** First match wins; a room may always import itself. */
const walls: Wall[] = [
  { room: /^lib\/(contracts|mail)\//, may: [/^lib\/(contracts|mail)\//] },
  { room: lib, may: [lib] },
  { room: db, may: [db, lib] },
  { room: starters, may: [/^server\//, db, lib] },
  { room: kernel, may: [kernel, db, lib] },
  { room: /^server\/(imap|smtp|mime)\//, may: [kernel, lib] },
  { room: room("oauth"), may: [kernel, db, lib] },
  { room: room("connect"), may: [kernel, room("imap"), room("smtp"), room("oauth"), lib] },
  { room: room("auth"), may: [kernel, lib, db] },
  { room: events, may: [kernel, db, lib] },
  { room: /^server\/(sync|outbox|timers|search|transfers)\//, may: [kernel, ...enginePorts, events, db, lib] },
  {
    room: room("commands"),
    may: [kernel, room("auth"), room("mime"), room("connect"), room("oauth"), events, db, lib],
  },
  { room: room("queries"), may: [kernel, room("auth"), room("mime"), room("oauth"), events, db, lib] },
  { room: room("http"), may: [kernel, room("auth"), events, db, lib] },
  { room: room("cli"), may: [/^server\//, db, lib] },
  { room: room("testing"), may: [/^server\//, db, lib] },
  { room: /^components\//, may: [/^components\//, lib] },
  { room: /^app\//, may: [/^app\//, /^components\//, lib, /^server\/(http|commands|queries|auth|connect)\//] },
  { room: /^e2e\//, may: [/^e2e\//, lib, room("testing")] },
  { room: /^scripts\//, may: [/^scripts\//, /^e2e\//, /^server\//, db, lib] },
];

const sources = globSync("{lib,db,server,components,app,e2e,scripts}/**/*.{ts,tsx}").filter(
  (path) => !path.endsWith(".d.ts"),
);
const isTest = (path: string) => /\.(test|soak)\.tsx?$/.test(path) || path.startsWith("server/testing/");

describe("the house", () => {
  it("lets a room import only what its wall allows", () => {
    expect(sources.flatMap(trespassesOf)).toEqual([]);
  });

  it("catches a planted trespass", () => {
    expect(isAllowed("components/inbox/list.tsx", "db/schema/index.ts")).toBe(false);
    expect(isAllowed("server/sync/plan.ts", "server/commands/assign.ts")).toBe(false);
    expect(isAllowed("lib/mail/address.ts", "server/env.ts")).toBe(false);
  });

  it("has no file over 250 lines", () => {
    const long = sources
      .map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }))
      .filter((file) => file.lines > 250);
    expect(long).toEqual([]);
  });

  it("keeps the median file under 60 lines", () => {
    const counts = sources.filter((path) => !isTest(path)).map((path) => readFileSync(path, "utf8").split("\n").length);
    expect(counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)]).toBeLessThan(60);
  });

  it("has one barrel and no drawer for everything", () => {
    const drawers = sources.filter((path) => /(^|\/)(utils?|helpers?|misc|index)\.tsx?$/.test(path));
    expect(drawers).toEqual(["db/schema/index.ts"]);
  });

  it("reads the environment in one place", () => {
    const readers = sources.filter(
      (path) =>
        /^(server|lib|db|components|app)\//.test(path) &&
        !isTest(path) &&
        readFileSync(path, "utf8").includes("process.env"),
    );
    expect(readers).toEqual(["server/env.ts"]);
  });

  it("has its colours in one file", () => {
    // What a browser draws around the page cannot read CSS, so app/manifest.ts and the like take theirs from lib/browser-colors.ts.
    const raw = /#[0-9a-f]{3,8}\b(?!\/)|\b(rgb|rgba|hsl|hsla|lab|lch|oklab|oklch)\(|-(white|black)\b(?=[\s"'`/])/i;
    const drawn = globSync("{components,app}/**/*.{ts,tsx,css}").filter(
      (path) => path !== "app/tokens.css" && !isTest(path),
    );
    expect(drawn.filter((path) => raw.test(withoutImports(readFileSync(path, "utf8"))))).toEqual([]);
  });

  it("draws in the browser whatever asks for its words there", () => {
    // A page is drawn on the server, where a component without the mark would be too, and has no context to ask.
    const drawn = globSync("app/**/*.tsx")
      .flatMap(importsOf)
      .filter((path) => path.startsWith("components/"));
    const unmarked = drawn.filter((path) => {
      const text = readFileSync(path, "utf8");
      return text.includes("useStrings()") && !text.startsWith('"use client"');
    });
    expect(unmarked).toEqual([]);
  });

  it("puts HTML into the page in no place at all", () => {
    expect(
      sources.filter((path) => !isTest(path) && readFileSync(path, "utf8").includes("dangerouslySetInnerHTML")),
    ).toEqual([]);
  });
});

function trespassesOf(path: string): string[] {
  return importsOf(path)
    .filter((target) => !isAllowed(path, target))
    .map((target) => `${path} imports ${target}`);
}

function isAllowed(from: string, to: string): boolean {
  if (isTest(from) && (to.startsWith("server/testing/") || kernel.test(to))) return true;
  const wall = walls.find((candidate) => candidate.room.test(from));
  if (!wall) throw new Error(`${from} lies in no room: add its wall.`);
  const home = wall.room.test(to) && wall.room !== kernel && sameRoom(from, to);
  const isStarter = starters.test(to) && !starters.test(from) && !/^(server\/testing|scripts)\//.test(from);
  return home || (!isStarter && wall.may.some((allowed) => allowed.test(to)));
}

/** Names of rooms begin with # as well: `#db/schema`; a character's number in HTML does so too: `&#10;`. */
const withoutImports = (text: string) => text.replaceAll(/"#[a-z]+\/[^"]*"|&#/g, "");

/** `server/sync` and `server/outbox` share a wall and are two rooms. */
function sameRoom(from: string, to: string): boolean {
  const roomOf = (path: string) =>
    path
      .split("/")
      .slice(0, path.startsWith("server/") ? 2 : 1)
      .join("/");
  return roomOf(from) === roomOf(to);
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  return named.flatMap((name) => {
    if (name.startsWith("#")) return [withEnding(name.slice(1))];
    if (name.startsWith("@/")) return [withEnding(name.slice(2))];
    if (name.startsWith(".")) return [withEnding(normalize(join(dirname(path), name)))];
    return [];
  });
}

function withEnding(path: string): string {
  return (
    [path, `${path}.ts`, `${path}.tsx`].find((candidate) => /\.\w+$/.test(candidate) && existsSync(candidate)) ?? path
  );
}
