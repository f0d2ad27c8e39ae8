import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { accounts, conversationInboxes, folders } from "#db/schema/index";
import { changesAfter, latestSeq } from "#db/queries/changes";
import { rolesOf } from "#lib/mail/role-mask";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { changeFolder } from "./change-folder.ts";

async function partOf(folderId: number) {
  const [row] = await store().read.select().from(folders).where(eq(folders.id, folderId));
  return row && { role: row.role, roleSource: row.roleSource, isPrimary: row.isPrimary };
}

describe("choosing the role of a folder", () => {
  useFreshStore();

  it("beats what the server and the names say, and takes the first place", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const sent = await build.folder({ accountId: account.id, role: "sent", path: "Sent", name: "Sent" });
    const own = await build.folder({ accountId: account.id, role: "none", path: "Outgoing", name: "Outgoing" });
    await changeFolder(admin, own.id, { role: "sent" });
    expect(await partOf(own.id)).toEqual({ role: "sent", roleSource: "user", isPrimary: true });
    expect(await partOf(sent.id)).toEqual({ role: "sent", roleSource: "server", isPrimary: false });
  });

  it("gives the choice back to the names, and asks the engine to hear the server again", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const trash = await build.folder({
      accountId: account.id,
      role: "none",
      roleSource: "user",
      path: "INBOX.Papierkorb",
      name: "Papierkorb",
      delimiter: ".",
    });
    await build.folder({ accountId: account.id });
    await changeFolder(admin, trash.id, { role: null });
    expect(await partOf(trash.id)).toEqual({ role: "trash", roleSource: "name", isPrimary: true });
    const [row] = await store().read.select().from(accounts);
    expect(row).toMatchObject({ settingsVersion: account.settingsVersion + 1, recountFrom: null });
  });

  it("keeps the choices made before", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const chosen = await build.folder({
      accountId: account.id,
      role: "junk",
      roleSource: "user",
      path: "Werbung",
      name: "Werbung",
    });
    const other = await build.folder({ accountId: account.id, role: "none", path: "Alt", name: "Alt" });
    await changeFolder(admin, other.id, { role: "archive" });
    expect(await partOf(chosen.id)).toMatchObject({ role: "junk", roleSource: "user" });
  });

  it("counts the conversations in it anew and tells of them", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.account();
    const folder = await build.folder({ accountId: account.id, role: "none", path: "Alt", name: "Alt" });
    const message = await build.message();
    await build.placement({ messageId: message.id, folderId: folder.id });
    const before = await latestSeq(store().read);
    await changeFolder(admin, folder.id, { role: "archive" });
    const [seen] = await store().read.select().from(conversationInboxes);
    expect([rolesOf(seen?.roleMask ?? 0), seen?.listed]).toEqual([["archive"], false]);
    const inboxIds = [account.inboxId];
    expect((await changesAfter(store().read, before, 10)).map(({ data }) => data)).toEqual([
      { type: "folder.changed", folderId: folder.id, accountId: account.id, inboxIds },
      { type: "account.changed", accountId: account.id, inboxIds },
      { type: "conversation.changed", conversationId: message.conversationId, inboxIds },
    ]);
  });

  it("is for those who may change the account", async () => {
    const inbox = await build.inbox();
    const account = await build.account({ inboxId: inbox.id });
    const folder = await build.folder({ accountId: account.id });
    const member = await build.agent({ inboxIds: [inbox.id] });
    const stranger = await build.agent();
    await expect(changeFolder(member, folder.id, { role: "trash" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeFolder(stranger, folder.id, { role: "trash" })).rejects.toMatchObject({ code: "not_found" });
    await expect(changeFolder(member, 999, { role: "trash" })).rejects.toMatchObject({ code: "not_found" });
    expect(await partOf(folder.id)).toMatchObject({ role: "inbox" });
  });
});
