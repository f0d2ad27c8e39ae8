import { describe, expect, it } from "vitest";
import type { FolderStatus } from "#server/imap/session";
import { planFolder, type Checkpoint, type Circumstances } from "./plan.ts";
import { usualTiming } from "./timing.ts";

const now = new Date("2026-03-01T12:00:00Z");
const known = (changes: Partial<Checkpoint> = {}): Checkpoint => ({
  role: "inbox",
  label: null,
  holdsLabels: false,
  selectable: true,
  missingSince: null,
  parkedUntil: null,
  uidValidity: 7n,
  uidNext: 101,
  highestModseq: 50n,
  modseqAnchor: 50n,
  frontier: 101,
  backfillDone: true,
  serverCount: 90,
  serverUnseenCount: 4,
  storedCount: 90,
  quarantinedCount: 0,
  lastComparedAt: now,
  ...changes,
});
const told = (changes: Partial<FolderStatus> = {}): FolderStatus => ({
  messageCount: 90,
  unseenCount: 4,
  uidNext: 101,
  uidValidity: 7n,
  highestModseq: 50n,
  ...changes,
});
const qresync = { qresync: true, condstore: true };
const condstore = { qresync: false, condstore: true };
const plain = { qresync: false, condstore: false };
const quiet: Circumstances = {
  now,
  wantsAll: true,
  isHinted: false,
  sinceNewestScanMs: 0,
  sinceFullScanMs: 0,
  sinceCompareMs: 0,
};
const plan = (
  folder: Checkpoint,
  remote: FolderStatus | null,
  capabilities = qresync,
  circumstances: Partial<Circumstances> = {},
) => planFolder(folder, remote, capabilities, usualTiming, { ...quiet, ...circumstances });
const catchUp = (changes: string, compare = false) => ({ kind: "catch-up", changes, compare });

describe("what one look at a folder does", () => {
  it("leaves alone what cannot be opened, is missing from the list, or is parked", () => {
    expect(plan(known({ selectable: false }), told())).toEqual({ kind: "skip", reason: "not-selectable" });
    expect(plan(known({ missingSince: now }), null)).toEqual({ kind: "skip", reason: "missing" });
    const later = new Date(now.getTime() + 1);
    expect(plan(known({ parkedUntil: later }), told({ uidNext: 200 }))).toEqual({ kind: "skip", reason: "parked" });
    expect(plan(known({ parkedUntil: now }), told({ uidNext: 200 }))).toEqual(catchUp("qresync"));
  });

  it("begins a folder that was never opened", () => {
    expect(plan(known({ uidNext: null, uidValidity: null }), told())).toEqual({ kind: "begin" });
  });

  it("starts over when the server has changed UIDVALIDITY, and not when it names none", () => {
    expect(plan(known(), told({ uidValidity: 8n }))).toEqual({ kind: "reset" });
    expect(plan(known(), told({ uidValidity: null }))).toEqual({ kind: "skip", reason: "unchanged" });
    expect(plan(known(), told({ uidValidity: 0n }))).toEqual({ kind: "skip", reason: "unchanged" });
  });

  it("does nothing where nothing has changed, and looks when the server has told of something", () => {
    expect(plan(known(), told())).toEqual({ kind: "skip", reason: "unchanged" });
    expect(plan(known(), told(), qresync, { isHinted: true })).toEqual(catchUp("qresync"));
    expect(plan(known(), null)).toEqual(catchUp("qresync"));
  });

  it("catches up when any number has changed, the count of messages alone included", () => {
    expect(plan(known(), told({ uidNext: 102 }))).toEqual(catchUp("qresync"));
    expect(plan(known(), told({ highestModseq: 51n }))).toEqual(catchUp("qresync"));
    expect(plan(known(), told({ messageCount: 89 }))).toEqual(catchUp("qresync"));
    expect(plan(known(), told({ highestModseq: 51n }), condstore)).toEqual(catchUp("condstore"));
  });

  it("reads flags where the server keeps no MODSEQ, the newest at each look, all of them now and then", () => {
    const noModseq = known({ highestModseq: null, modseqAnchor: null });
    const status = told({ highestModseq: null });
    expect(plan(noModseq, status, plain)).toEqual({ kind: "skip", reason: "unchanged" });
    expect(plan(noModseq, told({ highestModseq: null, unseenCount: 5 }), plain)).toEqual(catchUp("newest-flags"));
    const newestDue = { sinceNewestScanMs: usualTiming.newestScanInboxMs };
    expect(plan(noModseq, status, plain, newestDue)).toEqual(catchUp("newest-flags"));
    const allDue = { sinceFullScanMs: usualTiming.fullScanInboxMs };
    expect(plan(noModseq, status, plain, allDue)).toEqual(catchUp("all-flags"));
    // A folder with NOMODSEQ on a server that has CONDSTORE.
    expect(plan(noModseq, status, qresync, newestDue)).toEqual(catchUp("newest-flags"));
  });

  it("is in no hurry with the flags of other folders than INBOX", () => {
    const archive = known({ role: "archive", highestModseq: null, modseqAnchor: null });
    const status = told({ highestModseq: null });
    const inboxDue = { sinceNewestScanMs: usualTiming.newestScanInboxMs, sinceFullScanMs: usualTiming.fullScanInboxMs };
    expect(plan(archive, status, plain, inboxDue)).toEqual({ kind: "skip", reason: "unchanged" });
    expect(plan(archive, status, plain, { sinceFullScanMs: usualTiming.fullScanMs })).toEqual(catchUp("all-flags"));
  });

  it("reads everything again when MODSEQ or UIDNEXT went backwards", () => {
    const longAgo = { sinceFullScanMs: Infinity, sinceCompareMs: Infinity };
    expect(plan(known(), told({ highestModseq: 49n }), qresync, longAgo)).toEqual(catchUp("all-flags", true));
    expect(plan(known(), told({ uidNext: 90 }), qresync, longAgo)).toEqual(catchUp("qresync", true));
  });

  it("does not read everything at each look where STATUS always lags behind", () => {
    expect(plan(known(), told({ highestModseq: 49n, uidNext: 90 }))).toEqual(catchUp("qresync"));
  });

  it("reads all flags once when there is no anchor yet", () => {
    expect(plan(known({ modseqAnchor: null }), told({ highestModseq: 51n }))).toEqual(catchUp("all-flags"));
  });

  it("looks at a folder whose UIDVALIDITY was not told before and is now", () => {
    expect(plan(known({ uidValidity: null }), told())).toEqual(catchUp("qresync"));
    expect(plan(known({ uidValidity: null }), told({ uidValidity: null }))).toMatchObject({ kind: "skip" });
  });

  it("compares all UIDs and reads all flags once a day, even where nothing has changed", () => {
    const yesterday = new Date(now.getTime() - usualTiming.compareMs);
    expect(plan(known({ lastComparedAt: yesterday }), told())).toEqual(catchUp("all-flags", true));
    expect(plan(known({ lastComparedAt: null }), told())).toEqual(catchUp("qresync", true));
    expect(plan(known({ lastComparedAt: null, backfillDone: false }), told())).toEqual({
      kind: "skip",
      reason: "unchanged",
    });
  });

  it("compares when the count stays wrong, and not again at once", () => {
    const short = known({ storedCount: 88, quarantinedCount: 1 });
    const late = { sinceCompareMs: usualTiming.recompareMs };
    expect(plan(short, told(), qresync, late)).toEqual(catchUp("qresync", true));
    expect(plan(short, told(), qresync)).toEqual({ kind: "skip", reason: "unchanged" });
    // With a limit to the history the counts may differ for good.
    expect(plan(short, told(), qresync, { ...late, wantsAll: false })).toEqual({ kind: "skip", reason: "unchanged" });
    expect(plan(known({ storedCount: 89, quarantinedCount: 1 }), told(), qresync, late)).toEqual({
      kind: "skip",
      reason: "unchanged",
    });
  });
});
