import { describe, expect, it } from "vitest";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { conversationRows } from "./conversation-rows.ts";
import { sliceQuery } from "./page-of-conversations.ts";

useFreshStore();

const planOf = ({ sql, params }: { sql: string; params: unknown[] }) =>
  store()
    .read.$client.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...params)
    .map((row) => row.detail)
    .join("\n");

describe("However much an inbox holds,", () => {
  it("what rows say is read by their conversations", () => {
    expect(planOf(conversationRows(store().read, [1], [1, 2]).toSQL())).toContain(
      "SEARCH conversation_inboxes USING INDEX conversation_inboxes_by_conversation_inbox (conversation_id=?)",
    );
  });

  it("a folder is read by what lies there", () => {
    const scope = { agentId: 1, inboxIds: [1], now: new Date() };
    const filter = { view: "all" as const, isAnywhere: false, folderId: 1, literals: [], sort: "newest" as const };
    const slice = { inboxId: 1, status: null };
    const plan = planOf(sliceQuery(store().read, scope, filter, slice, null, 51).toSQL());
    expect(plan).toContain("SEARCH p USING INDEX placements_by_folder_uid (folder_id=?)");
    expect(plan).toContain("SEARCH p USING INDEX placements_by_target (moving_to_folder_id=?)");
    expect(plan).not.toContain("placements_by_account");
  });
});
