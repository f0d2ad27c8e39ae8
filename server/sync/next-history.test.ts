import { describe, expect, it } from "vitest";
import { inRoleOrder, nextHistory, type Backlog } from "./next-history.ts";

const folders = [
  { id: 1, role: "trash", path: "Trash" },
  { id: 2, role: "none", path: "Projects" },
  { id: 3, role: "sent", path: "Sent" },
  { id: 4, role: "inbox", path: "INBOX" },
] as const;

const next = (backlogs: Record<number, Backlog>) =>
  nextHistory(folders, (id) => backlogs[id] ?? { backlog: null, recentFrom: null });
const uids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("the order of history", () => {
  it("is the last days of INBOX, those of Sent, then all of INBOX, Sent and the rest, Trash last", () => {
    const inbox = { backlog: uids(100), recentFrom: 90 };
    const sent = { backlog: uids(50), recentFrom: 40 };
    const rest = { backlog: uids(5), recentFrom: null };
    const all = { 1: rest, 2: rest, 3: sent, 4: inbox };
    expect(next(all)).toEqual({ folderId: 4, until: 90 });
    const older = { ...inbox, backlog: uids(89) };
    expect(next({ ...all, 4: older })).toEqual({ folderId: 3, until: 40 });
    const olderSent = { ...sent, backlog: uids(39) };
    expect(next({ ...all, 4: older, 3: olderSent })).toEqual({ folderId: 4, until: 1 });
    expect(next({ ...all, 4: { backlog: [], recentFrom: 1 }, 3: olderSent })).toEqual({ folderId: 3, until: 1 });
    expect(next({ 1: rest, 2: rest })).toEqual({ folderId: 2, until: 1 });
    expect(next({ 1: rest })).toEqual({ folderId: 1, until: 1 });
    expect(next({})).toBeNull();
  });

  it("puts folders in the order of their roles, then of their paths", () => {
    expect(inRoleOrder(folders).map((folder) => folder.path)).toEqual(["INBOX", "Sent", "Projects", "Trash"]);
  });
});
