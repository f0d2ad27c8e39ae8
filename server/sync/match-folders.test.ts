import { describe, expect, it } from "vitest";
import type { FolderStatus, RemoteFolder } from "#server/imap/session";
import { matchFolders, type StoredFolder } from "./match-folders.ts";

let ids = 0;
const stored = (path: string, changes: Partial<StoredFolder> = {}): StoredFolder => ({
  id: (ids += 1),
  path,
  selectable: true,
  uidValidity: 10n,
  uidNext: 5,
  serverCount: 3,
  missingSince: null,
  mailboxId: null,
  ...changes,
});
const listed = (
  path: string,
  status: Partial<FolderStatus> | null = {},
  { selectable = true, mailboxId = null }: { selectable?: boolean; mailboxId?: string | null } = {},
): RemoteFolder => ({
  path,
  name: path,
  delimiter: "/",
  selectable,
  serverRole: null,
  namespacePrefix: "",
  mailboxId,
  status: status && { messageCount: 3, unseenCount: 0, uidNext: 5, uidValidity: 10n, highestModseq: null, ...status },
});
const paths = (list: { path: string }[]) => list.map((one) => one.path);

describe("the folders of a server", () => {
  it("are known by their path", () => {
    const match = matchFolders(
      [stored("INBOX"), stored("Old")],
      [listed("INBOX"), listed("New", { uidValidity: 11n })],
    );
    expect(match.known.map((pair) => pair.remote.path)).toEqual(["INBOX"]);
    expect(paths(match.created)).toEqual(["New"]);
    expect(paths(match.lost)).toEqual(["Old"]);
    expect(match.deleted).toEqual([]);
  });

  it("are deleted only when a second list does not have them either", () => {
    const match = matchFolders([stored("Old", { missingSince: new Date() })], [listed("INBOX", { uidValidity: 1n })]);
    expect(paths(match.deleted)).toEqual(["Old"]);
  });

  it("were renamed when UIDVALIDITY, UIDNEXT and count are the same", () => {
    const match = matchFolders([stored("Old")], [listed("New")]);
    expect(match.renamed.map((pair) => [pair.stored.path, pair.remote.path])).toEqual([["Old", "New"]]);
    expect([...match.created, ...match.lost]).toEqual([]);
  });

  it("were renamed when they are listed elsewhere by their own MAILBOXID, whatever else has changed", () => {
    const old = stored("Old", { mailboxId: "F1" });
    const match = matchFolders([old], [listed("New", { messageCount: 9, uidNext: 20 }, { mailboxId: "F1" })]);
    expect(match.renamed.map((pair) => pair.remote.path)).toEqual(["New"]);
    expect(matchFolders([old], [listed("New", {}, { mailboxId: "F2" })]).renamed).toEqual([]);
  });

  it("have changed names with each other, or left theirs to another, when MAILBOXID says so", () => {
    const [a, b] = [stored("A", { mailboxId: "F1" }), stored("B", { mailboxId: "F2" })];
    const swapped = matchFolders([a, b], [listed("A", {}, { mailboxId: "F2" }), listed("B", {}, { mailboxId: "F1" })]);
    expect(swapped.renamed.map((pair) => [pair.stored.path, pair.remote.path])).toEqual([
      ["A", "B"],
      ["B", "A"],
    ]);
    const left = matchFolders([a], [listed("A", {}, { mailboxId: "F9" }), listed("C", {}, { mailboxId: "F1" })]);
    expect(left.renamed.map((pair) => pair.remote.path)).toEqual(["C"]);
    expect(paths(left.created)).toEqual(["A"]);
  });

  it("are other folders when any of that differs, or it is not clear which is which", () => {
    const other = [{ uidNext: 6 }, { messageCount: 4 }, { uidValidity: 11n }, { uidValidity: null }];
    for (const status of other) expect(matchFolders([stored("Old")], [listed("New", status)]).renamed).toEqual([]);
    expect(matchFolders([stored("Old")], [listed("New"), listed("Newer")]).renamed).toEqual([]);
    expect(matchFolders([stored("Old"), stored("Older")], [listed("New")]).renamed).toEqual([]);
    expect(matchFolders([stored("Old")], [listed("New", null)]).renamed).toEqual([]);
  });

  it("that can no longer be opened are gone, and are containers afterwards", () => {
    const match = matchFolders([stored("Old")], [listed("Old", null, { selectable: false })]);
    expect(paths(match.lost)).toEqual(["Old"]);
    const container = stored("Old", { selectable: false });
    expect(matchFolders([container], [listed("Old", null, { selectable: false })]).known).toHaveLength(1);
  });
});
