import { describe, expect, it } from "vitest";
import type { RemoteFolder } from "#server/imap/session";
import { chooseLabelling } from "./choose-labelling.ts";

const remote = (path: string, serverRole: RemoteFolder["serverRole"], messageCount: number, ownLabel: string | null = null): RemoteFolder => ({
  path, name: path, delimiter: "/", selectable: true, serverRole, ownLabel, namespacePrefix: "", mailboxId: null,
  status: { messageCount, unseenCount: 0, uidNext: 1, uidValidity: 1n, highestModseq: 1n },
}); // prettier-ignore
const tree = (allCount: number, inboxCount: number) => [
  remote("INBOX", "inbox", inboxCount, "\\Inbox"),
  remote("[Gmail]/All Mail", "all", allCount),
  remote("[Gmail]/Trash", "trash", 3),
  remote("Work", null, 2),
];
const withoutAllMail = tree(10, 5).filter(({ serverRole }) => serverRole !== "all");
const usual = { isGmail: true, wantsAll: true, isBusy: false, isShort: false };
const stored = (path: string, change: object = {}) => ({
  path, label: null, holdsLabels: false, missingSince: null, backfillDone: true, storedCount: 0, quarantinedCount: 0, ...change,
}); // prettier-ignore
const holder = stored("[Gmail]/All Mail", { holdsLabels: true, storedCount: 10 });
const byLabels = [stored("INBOX", { label: "\\Inbox", storedCount: 5 }), holder];
const byFolders = [stored("INBOX", { storedCount: 5 }), stored("[Gmail]/All Mail", { storedCount: 10 })];

const chosen = (...args: Parameters<typeof chooseLabelling>) => {
  const { reason, of } = chooseLabelling(...args);
  return { reason, labels: args[1].map((one) => of(one).label ?? (of(one).holdsLabels ? "(all)" : null)) };
};

describe("an account of Gmail's", () => {
  it("is synced by its labels from the beginning", () => {
    expect(chosen([], tree(10, 5), usual)).toEqual({ reason: null, labels: ["\\Inbox", "(all)", null, "Work"] });
  });
  it("stays so when a list is cut short once, and no longer", () => {
    expect(chosen(byLabels, withoutAllMail, usual).labels).toEqual(["\\Inbox", null, "Work"]);
    const missing = [...byLabels.slice(0, 1), { ...holder, missingSince: new Date(0) }];
    expect(chosen(missing, withoutAllMail, usual)).toEqual({ reason: "all-mail-hidden", labels: [null, null, null] });
  });
  it("goes over to labels once All Mail has everything and nothing is on its way", () => {
    expect(chosen(byFolders, tree(10, 5), usual).labels).toContain("\\Inbox");
    expect(chosen(byFolders, tree(11, 5), usual).labels).not.toContain("\\Inbox");
    expect(chosen(byFolders, tree(10, 5), { ...usual, isBusy: true }).labels).not.toContain("\\Inbox");
  });
  it("is limited where All Mail ends at a limit and a label shows more", () => {
    expect(chosen(byLabels, tree(1000, 900), { ...usual, isShort: true }).reason).toBe("all-mail-limited");
    expect(chosen(byLabels, tree(1000, 900), usual).reason).toBeNull();
    expect(chosen(byLabels, tree(999, 900), { ...usual, isShort: true }).reason).toBeNull();
  });
});

it("takes no other server's folders for labels", () => {
  expect(chosen([], tree(10, 5), { ...usual, isGmail: false })).toEqual({
    reason: null,
    labels: [null, null, null, null],
  });
});
