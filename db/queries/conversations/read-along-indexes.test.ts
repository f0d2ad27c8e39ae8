import { describe, expect, it } from "vitest";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { conversationRows } from "./conversation-rows.ts";
import { sliceQuery, type ConversationFilter } from "./page-of-conversations.ts";

useFreshStore();

const planOf = ({ sql, params }: { sql: string; params: unknown[] }) =>
  store()
    .read.$client.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...params)
    .map((row) => row.detail)
    .join("\n");

function listOf(wanted: Pick<ConversationFilter, "view"> & Partial<ConversationFilter>) {
  const scope = { agentId: 1, inboxIds: [1], now: new Date() };
  const filter = { isAnywhere: false, literals: [], sort: "newest" as const, ...wanted };
  return sliceQuery(store().read, scope, filter, { inboxId: 1, status: null }, null, 51).toSQL();
}

describe("However much an inbox holds,", () => {
  it("what rows say is read by their conversations", () => {
    expect(planOf(conversationRows(store().read, [1], [1, 2]).toSQL())).toContain(
      "SEARCH conversation_inboxes USING INDEX conversation_inboxes_by_conversation_inbox (conversation_id=?)",
    );
  });

  it("a folder is read by what lies there", () => {
    const plan = planOf(listOf({ view: "all", folderId: 1 }));
    expect(plan).toContain("SEARCH p USING INDEX placements_by_folder_uid (folder_id=?)");
    expect(plan).toContain("SEARCH p USING INDEX placements_by_target (moving_to_folder_id=?)");
    expect(plan).not.toContain("placements_by_account");
  });

  it.each(["junk", "trash"] as const)("%s is read by what lies there", (view) => {
    expect(planOf(listOf({ view }))).toContain(
      `SEARCH conversation_inboxes USING INDEX conversation_inboxes_by_${view} (inbox_id=?)`,
    );
  });

  it("drafts are read by what has one", () => {
    const plan = planOf(listOf({ view: "drafts" }));
    expect(plan).toContain("SEARCH conversation_inboxes USING INDEX conversation_inboxes_by_conversation_inbox");
    expect(plan).toContain("SEARCH drafted USING INDEX conversation_inboxes_by_drafts (inbox_id=?)");
  });

  it("a tag that few have is read by these", () => {
    const plan = planOf(listOf({ view: "all", tagId: 1 }));
    expect(plan).toContain("SEARCH conversation_inboxes USING INDEX conversation_inboxes_by_conversation_inbox");
    expect(plan).toContain("SEARCH conversation_tags USING INDEX conversation_tags_by_tag (tag_id=?)");
  });
});
