import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { conversationInboxes, placements } from "#db/schema/index";
import { rolesOf } from "#lib/mail/role-mask";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { refreshConversations } from "./refresh-conversations.ts";

const refresh = (id: number) => store().write((tx) => refreshConversations(tx, [id]));
const rowsOf = (id: number) =>
  store()
    .read.select()
    .from(conversationInboxes)
    .where(eq(conversationInboxes.conversationId, id))
    .orderBy(conversationInboxes.inboxId);

describe("counting a conversation", () => {
  useFreshStore();
  let account: Awaited<ReturnType<typeof build.account>>;
  let inboxFolder: Awaited<ReturnType<typeof build.folder>>;
  let conversationId: number;
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));

  beforeEach(async () => {
    account = await build.account();
    inboxFolder = await build.folder({ accountId: account.id });
    conversationId = (await build.conversation()).id;
  });

  async function arrives(
    minute: number,
    wishes: {
      fromAddress?: string;
      seen?: boolean;
      folderId?: number;
      direction?: "in" | "out";
      preview?: string;
    } = {},
  ) {
    const { seen = true, folderId = inboxFolder.id, ...message } = wishes;
    const row = await build.message({ conversationId, receivedAt: at(minute), ...message });
    const place = await build.placement({ messageId: row.id, accountId: account.id, folderId, seen });
    return { message: row, place };
  }

  it("shows the newest message and counts the unseen", async () => {
    await arrives(1, { fromAddress: "maria@customer.test" });
    const last = await arrives(5, { fromAddress: "tom@customer.test", seen: false, preview: "Please advise." });
    expect(await refresh(conversationId)).toEqual(new Map([[conversationId, [account.inboxId]]]));
    const [row] = await rowsOf(conversationId);
    expect(row).toMatchObject({
      messageCount: 2,
      unseenCount: 1,
      preview: "Please advise.",
      lastMessageAt: at(5),
      lastMessageId: last.message.id,
      listed: true,
    });
    expect(row?.participants.map((person) => person.address)).toEqual(["maria@customer.test", "tom@customer.test"]);
  });

  it("counts one mail in two accounts of the inbox once", async () => {
    const { message } = await arrives(1);
    const other = await build.account({ inboxId: account.inboxId });
    await build.placement({
      messageId: message.id,
      accountId: other.id,
      folderId: (await build.folder({ accountId: other.id })).id,
    });
    await refresh(conversationId);
    expect(await rowsOf(conversationId)).toMatchObject([{ messageCount: 1 }]);
  });

  it("shows each inbox only what lies in its own accounts", async () => {
    await arrives(1, { preview: "for support" });
    const other = await build.account();
    const message = await build.message({ conversationId, receivedAt: at(9), preview: "for sales only" });
    await build.placement({
      messageId: message.id,
      accountId: other.id,
      folderId: (await build.folder({ accountId: other.id })).id,
    });
    await refresh(conversationId);
    expect(await rowsOf(conversationId)).toMatchObject([
      { inboxId: account.inboxId, preview: "for support", messageCount: 1 },
      { inboxId: other.inboxId, preview: "for sales only", messageCount: 1 },
    ]);
  });

  it("counts a placement where it is going, not where it still is", async () => {
    const archive = await build.folder({ accountId: account.id, role: "archive" });
    const { place } = await arrives(1);
    await store().write(async (tx) =>
      tx.update(placements).set({ movingToFolderId: archive.id }).where(eq(placements.id, place.id)),
    );
    await refresh(conversationId);
    const [row] = await rowsOf(conversationId);
    expect(rolesOf(row?.roleMask ?? 0)).toEqual(["archive"]);
    expect(row?.listed).toBe(false);
  });

  it("tells the inbox that has lost sight of it, and forgets it there", async () => {
    const { place } = await arrives(1);
    await refresh(conversationId);
    await store().write(async (tx) =>
      tx
        .update(placements)
        .set({ missingSince: at(2) })
        .where(eq(placements.id, place.id)),
    );
    expect(await refresh(conversationId)).toEqual(new Map([[conversationId, [account.inboxId]]]));
    expect(await rowsOf(conversationId)).toEqual([]);
  });

  it("keeps what the team wrote when its mail is gone, out of every ticket view", async () => {
    const { place } = await arrives(1);
    await refresh(conversationId);
    await build.note({ conversationId, inboxId: account.inboxId });
    await store().write(async (tx) => tx.delete(placements).where(eq(placements.id, place.id)));
    await refresh(conversationId);
    expect(await rowsOf(conversationId)).toMatchObject([{ messageCount: 0, roleMask: 0, listed: false }]);
  });

  it("counts a mail that was written here before its copy is seen in Sent, unless it was taken back", async () => {
    const message = await build.message({
      conversationId,
      direction: "out",
      to: [{ name: "", address: "maria@customer.test" }],
    });
    const send = await build.send({ conversationId, messageId: message.id, accountId: account.id, state: "queued" });
    await refresh(conversationId);
    const [row] = await rowsOf(conversationId);
    expect(row).toMatchObject({ messageCount: 1, unseenCount: 0 });
    expect(row?.participants).toEqual([{ name: "", address: "maria@customer.test" }]);
    expect(send.state).toBe("queued");
  });
});
