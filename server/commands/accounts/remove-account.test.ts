import { describe, expect, it } from "vitest";
import { changesAfter, latestSeq } from "#db/queries/changes";
import { findAccountRow, updateAccount } from "#db/queries/accounts/accounts";
import { accounts, conversationInboxes, conversations, folders, messages, placements, sends } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { finishAccountWork } from "./finish-account-work.ts";
import { removeAccount } from "./remove-account.ts";

const idsIn = async (table: typeof accounts | typeof conversations | typeof messages | typeof placements) =>
  (await store().read.select({ id: table.id }).from(table)).map((row) => row.id);

/** A mail of its own conversation in the inbox of this account. */
async function mailIn(accountId: number, wishes: { conversationId?: number; messageId?: number } = {}) {
  const known = (await store().read.select().from(folders)).find((each) => each.accountId === accountId);
  const folder = known ?? (await build.folder({ accountId }));
  const { conversationId } = wishes;
  const messageId =
    wishes.messageId ?? (await build.message(conversationId === undefined ? {} : { conversationId })).id;
  await build.placement({ messageId, folderId: folder.id });
  return messageId;
}

describe("removing an account", () => {
  useFreshStore();

  it("forgets its mail and its conversations", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    await mailIn(account.id);
    await mailIn(account.id);
    await removeAccount(admin, account.id);
    expect([await idsIn(accounts), await idsIn(messages), await idsIn(placements), await idsIn(conversations)]).toEqual(
      [[], [], [], []],
    );
    expect(await store().read.select().from(folders)).toEqual([]);
    expect(await store().read.select().from(conversationInboxes)).toEqual([]);
    expect(await findAccountRow(store().read, admin, account.id)).toBeUndefined();
  });

  it("goes through more mail than one batch", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const other = await build.account();
    const kept = await mailIn(other.id);
    const folder = await build.folder({ accountId: account.id });
    for (let count = 0; count < 230; count += 1) {
      const message = await build.message();
      await build.placement({ messageId: message.id, folderId: folder.id });
    }
    await removeAccount(admin, account.id);
    expect(await idsIn(messages)).toEqual([kept]);
    expect(await idsIn(conversations)).toHaveLength(1);
  });

  it("keeps a mail that another account has too", async () => {
    const admin = await build.agent({ role: "admin" });
    const [account, other] = [await build.account(), await build.account()];
    const shared = await mailIn(account.id);
    await mailIn(other.id, { messageId: shared });
    await removeAccount(admin, account.id);
    expect(await idsIn(messages)).toEqual([shared]);
    const seen = await store().read.select().from(conversationInboxes);
    expect(seen).toMatchObject([{ inboxId: other.inboxId, messageCount: 1 }]);
  });

  it("keeps the rest of a conversation that goes on elsewhere", async () => {
    const admin = await build.agent({ role: "admin" });
    const inbox = await build.inbox();
    const account = await build.account({ inboxId: inbox.id });
    const other = await build.account({ inboxId: inbox.id });
    const first = await build.message();
    await mailIn(account.id, { messageId: first.id });
    const second = await mailIn(other.id, { conversationId: first.conversationId });
    await removeAccount(admin, account.id);
    expect(await idsIn(messages)).toEqual([second]);
    const seen = await store().read.select().from(conversationInboxes);
    expect(seen).toMatchObject([{ conversationId: first.conversationId, messageCount: 1 }]);
  });

  it("keeps a conversation with notes", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const message = await build.message();
    await mailIn(account.id, { messageId: message.id });
    await build.note({ conversationId: message.conversationId, inboxId: account.inboxId });
    await removeAccount(admin, account.id);
    expect(await idsIn(conversations)).toEqual([message.conversationId]);
    const seen = await store().read.select().from(conversationInboxes);
    expect(seen).toMatchObject([{ conversationId: message.conversationId, messageCount: 0, listed: false }]);
  });

  it("forgets what was written here and is in no folder yet", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    await build.send({ accountId: account.id, state: "sent" });
    await removeAccount(admin, account.id);
    expect(await store().read.select().from(sends)).toEqual([]);
    expect(await idsIn(messages)).toEqual([]);
  });

  it.each(["queued", "sending"] as const)("waits while mail is %s", async (state) => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    await build.send({ accountId: account.id, state });
    await expect(removeAccount(admin, account.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await findAccountRow(store().read, admin, account.id)).toMatchObject({ state: "live" });
  });

  it("tells of the account first, then of every conversation, those that went included", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const message = await build.message();
    await mailIn(account.id, { messageId: message.id });
    const before = await latestSeq(store().read);
    await removeAccount(admin, account.id);
    const inboxIds = [account.inboxId];
    expect((await changesAfter(store().read, before, 10)).map(({ data }) => data)).toEqual([
      { type: "account.removed", accountId: account.id, inboxIds },
      { type: "conversation.changed", conversationId: message.conversationId, inboxIds },
    ]);
  });

  it("is finished at the next start when it was cut short", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    await mailIn(account.id);
    await store().write((tx) => updateAccount(tx, account.id, { removedAt: new Date() }));
    expect(await findAccountRow(store().read, admin, account.id)).toBeUndefined();
    await finishAccountWork();
    expect([await idsIn(accounts), await idsIn(messages)]).toEqual([[], []]);
  });

  it("is refused to an agent who did not connect it", async () => {
    const inbox = await build.inbox();
    const account = await build.account({ inboxId: inbox.id });
    const member = await build.agent({ inboxIds: [inbox.id] });
    const stranger = await build.agent();
    await expect(removeAccount(member, account.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeAccount(stranger, account.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await idsIn(accounts)).toEqual([account.id]);
  });
});
