import type { TimelineEntry } from "./timeline-entries.ts";

export type TimelineItem =
  { kind: "entry"; entry: TimelineEntry } | { kind: "run"; key: string; entries: TimelineEntry[] };

/** A button in place of fewer would save nothing. */
const runMin = 3;

/**
 * A long conversation as its first mail, its newest, and what is open between them; folded mails side by side become one line. Notes are always
 * there: what a colleague has written is not to be passed over.
 * @param revealed keys of mails whose run was opened
 */
export function foldRuns(
  entries: readonly TimelineEntry[],
  isOpen: (entry: TimelineEntry) => boolean,
  revealed: ReadonlySet<string>,
): TimelineItem[] {
  const first = entries.find((entry) => entry.kind === "message");
  const canHide = (entry: TimelineEntry) =>
    entry !== first && entry.kind !== "note" && !isOpen(entry) && !revealed.has(entry.key);
  const items: TimelineItem[] = [];
  let run: TimelineEntry[] = [];
  const finish = () => {
    items.push(...itemsOf(run));
    run = [];
  };
  for (const entry of entries) {
    if (canHide(entry)) run.push(entry);
    else {
      finish();
      items.push({ kind: "entry", entry });
    }
  }
  finish();
  return items;
}

/** From its first mail to its last: what happened before and after stays beside what is shown. */
function itemsOf(run: readonly TimelineEntry[]): TimelineItem[] {
  const shown = (entries: readonly TimelineEntry[]) => entries.map((entry) => ({ kind: "entry" as const, entry }));
  if (messageCount(run) < runMin) return shown(run);
  const from = run.findIndex((entry) => entry.kind === "message");
  const to = run.findLastIndex((entry) => entry.kind === "message") + 1;
  const hidden = run.slice(from, to);
  return [
    ...shown(run.slice(0, from)),
    { kind: "run", key: hidden[0]?.key ?? "", entries: hidden },
    ...shown(run.slice(to)),
  ];
}

export function messageCount(entries: readonly TimelineEntry[]): number {
  return entries.filter((entry) => entry.kind === "message").length;
}
