import { expect, it } from "vitest";
import type { Message } from "#lib/contracts/message";
import { foldRuns } from "./fold-runs.ts";
import type { TimelineEntry } from "./timeline-entries.ts";

const message = (id: number): Message => ({
  id,
  internetMessageId: "",
  direction: "in",
  from: { name: "", address: "" },
  to: [],
  cc: [],
  replyTo: [],
  subject: "",
  sentAt: null,
  receivedAt: "",
  seen: true,
  flagged: false,
  placements: [],
  attachments: [],
  preview: "",
  bodyState: "stored",
  hasHtml: false,
  threadedBy: "",
  author: null,
  send: null,
  warnings: [],
});

/** `m` a folded mail, `M` an open one, `n` a note, `a` something done. */
function shown(timeline: string, revealed: readonly string[] = []): string {
  const entries = timeline.split("").map((letter, at): TimelineEntry => {
    const key = `${letter}${at}`;
    if (letter === "n") return { kind: "note", key, at: "", note: { id: at, text: "", author: null, createdAt: "" } };
    if (letter === "a")
      return {
        kind: "activity",
        key,
        at: "",
        activity: { id: at, kind: "closed", agent: null, data: {}, createdAt: "" },
      };
    return { kind: "message", key, at: "", message: message(at) };
  });
  const items = foldRuns(entries, ({ key }) => key.startsWith("M"), new Set(revealed));
  return items.map((item) => (item.kind === "entry" ? item.entry.key[0] : `(${item.entries.length})`)).join("");
}

it.each([
  ["M", "M"],
  ["mmM", "mmM"],
  ["mmmM", "mmmM"],
  ["mmmmM", "m(3)M"],
  ["mmmmmmmmmmmmmM", "m(12)M"],
  ["mmmmMmmmM", "m(3)M(3)M"],
  ["mmmmnmmM", "m(3)nmmM"],
  ["mammammaM", "ma(5)aM"],
])("shows %s as %s", (timeline, items) => {
  expect(shown(timeline)).toBe(items);
});

it("leaves open what was asked for", () => {
  expect(shown("mmmmmM", ["m1", "m2", "m3", "m4"])).toBe("mmmmmM");
});
