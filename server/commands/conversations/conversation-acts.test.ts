import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities, changes, conversations, notes } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { addNote } from "./add-note.ts";
import { assignConversation } from "./assign-conversation.ts";
import { moveConversation } from "./move-conversation.ts";
import { setFlagged } from "./set-flagged.ts";
import { setSeen } from "./set-seen.ts";
import { setStatus } from "./set-status.ts";
import { setTags } from "./set-tags.ts";
import { snoozeConversation } from "./snooze-conversation.ts";

describe("an act on a conversation", () => {
  useFreshStore();

  async function team() {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const folder = await build.folder({ accountId: account.id });
    const { messageId } = await build.placement({ folderId: folder.id });
    const { conversationId: id } = await rowOfMessage(messageId);
    return { agent, account, id };
  }

  async function rowOfMessage(messageId: number) {
    const { messages } = await import("#db/schema/index");
    const [row] = await store().read.select().from(messages).where(eq(messages.id, messageId));
    if (!row) throw new Error("There is no such message.");
    return row;
  }

  async function rowOf(id: number) {
    const [row] = await store().read.select().from(conversations).where(eq(conversations.id, id));
    if (!row) throw new Error("There is no such conversation.");
    return row;
  }

  const kindsOf = async (id: number) => {
    const rows = await store()
      .read.select()
      .from(activities)
      .where(eq(activities.conversationId, id))
      .orderBy(asc(activities.id));
    return rows.map((row) => row.kind);
  };
  const told = async () => (await store().read.select().from(changes).orderBy(asc(changes.seq))).map((row) => row.data);

  describe("status", () => {
    it("is written, told, and raises the version once", async () => {
      const { agent, account, id } = await team();
      await setStatus(agent, id, "closed");
      expect(await rowOf(id)).toMatchObject({ status: "closed", closedAt: expect.any(Date) });
      await setStatus(agent, id, "open");
      expect(await rowOf(id)).toMatchObject({ status: "open", closedAt: null });
      expect(await kindsOf(id)).toEqual(["closed", "reopened"]);
      const change = { type: "conversation.changed", conversationId: id, inboxIds: [account.inboxId] };
      expect(await told()).toEqual([change, change]);
    });

    it("says nothing when it is that already", async () => {
      const { agent, id } = await team();
      await setStatus(agent, id, "open");
      expect(await told()).toEqual([]);
      expect((await rowOf(id)).version).toBe(1);
    });

    it("ends a conversation's sleep", async () => {
      const { agent, id } = await team();
      await snoozeConversation(agent, id, new Date(Date.now() + 60_000));
      await setStatus(agent, id, "closed");
      expect((await rowOf(id)).snoozedUntil).toBeNull();
      expect(await kindsOf(id)).toEqual(["snoozed", "closed"]);
    });

    it("given to a merged conversation counts for the one it was merged into", async () => {
      const { agent, id } = await team();
      const second = await build.conversation({ mergedIntoId: id });
      const first = await build.conversation({ mergedIntoId: second.id });
      await setStatus(agent, first.id, "pending");
      expect((await rowOf(id)).status).toBe("pending");
    });
  });

  describe("assignee", () => {
    it("is a member of one of its inboxes", async () => {
      const { agent, account, id } = await team();
      const colleague = await build.agent({ inboxIds: [account.inboxId] });
      await assignConversation(agent, id, colleague.id);
      expect((await rowOf(id)).assigneeId).toBe(colleague.id);
      await assignConversation(agent, id, null);
      expect(await kindsOf(id)).toEqual(["assigned", "unassigned"]);
    });

    it("is nobody from elsewhere, and nobody who left", async () => {
      const { agent, account, id } = await team();
      const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
      const gone = await build.agent({ inboxIds: [account.inboxId], deactivatedAt: new Date() });
      await expect(assignConversation(agent, id, stranger.id)).rejects.toMatchObject({ code: "invalid" });
      await expect(assignConversation(agent, id, gone.id)).rejects.toMatchObject({ code: "invalid" });
      expect((await rowOf(id)).assigneeId).toBeNull();
    });
  });

  it("cannot sleep until a time that has passed", async () => {
    const { agent, id } = await team();
    await expect(snoozeConversation(agent, id, new Date(0))).rejects.toMatchObject({ code: "invalid" });
  });

  it("takes the tags it is given and no others", async () => {
    const { agent, id } = await team();
    const [a, b] = [await build.tag(), await build.tag()];
    await setTags(agent, id, [a.id]);
    await setTags(agent, id, [b.id]);
    expect(await kindsOf(id)).toEqual(["tagged", "tagged", "untagged"]);
    await expect(setTags(agent, id, [a.id, 999])).rejects.toMatchObject({ code: "invalid" });
    await setTags(agent, id, []);
    expect(await kindsOf(id)).toHaveLength(4);
  });

  it("keeps a note with whom it means, in the inbox of the one who wrote it", async () => {
    const { agent, account, id } = await team();
    const colleague = await build.agent({ inboxIds: [account.inboxId], name: "Ada Byron" });
    const note = await addNote(agent, id, "@Ada Byron knows this customer");
    const [row] = await store().read.select().from(notes).where(eq(notes.id, note.id));
    expect(row).toMatchObject({ inboxId: account.inboxId, mentionedAgentIds: [colleague.id], authorId: agent.id });
  });

  it("lets nobody do anything to a conversation of another inbox", async () => {
    const { id } = await team();
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    const acts = [
      setStatus(stranger, id, "closed"),
      assignConversation(stranger, id, stranger.id),
      snoozeConversation(stranger, id, null),
      setTags(stranger, id, []),
      addNote(stranger, id, "hello"),
      setSeen(stranger, id, true),
      setFlagged(stranger, id, true),
      moveConversation(stranger, id, { role: "trash" }),
    ];
    for (const outcome of await Promise.allSettled(acts))
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
    expect(await told()).toEqual([]);
  });
});
