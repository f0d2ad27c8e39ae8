import { describe, expect, it } from "vitest";
import type { Agent } from "#server/auth/agent";
import { store } from "#server/store";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import * as archive from "./accounts/[id]/archive/route.ts";
import * as folderArchive from "./folders/[id]/archive/route.ts";

describe("an account's archive", () => {
  useFreshStore();

  it("is chosen by admins, as a whole and folder by folder, and tells how much is kept", async () => {
    const inbox = await build.inbox();
    const account = await build.account({ inboxId: inbox.id });
    const [admin, member] = [await build.agent({ role: "admin" }), await build.agent({ inboxIds: [inbox.id] })];
    const folders = [
      await build.folder({ accountId: account.id, path: "A" }),
      await build.folder({ accountId: account.id, path: "B" }),
    ];
    for (const folder of folders) {
      const message = await build.message();
      await build.placement({ folderId: folder.id, messageId: message.id });
      if (folder !== folders[0]) continue;
      const insert =
        "insert into message_sources (message_id, account_id, blob, size_bytes, created_at) values (?, ?, 'a', 500, 0)";
      await store().write(async (tx) => tx.$client.prepare(insert).run(message.id, account.id));
    }
    const params = { id: String(account.id) };
    const read = async (agent: Agent) => (await ask(archive.GET, { agent, params })).json();
    const save = (agent: Agent, body: object) => ask(archive.PUT, { agent, method: "PUT", params, body });
    expect(await read(member)).toMatchObject({ archived: false, totalCount: 0, keptCount: 0 });
    expect((await save(member, { archived: true, keepsDeleted: false })).status).toBe(403);
    expect((await save(admin, { archived: true, keepsDeleted: false })).status).toBe(200);
    expect(await read(member)).toMatchObject({ archived: true, totalCount: 2, keptCount: 1, keptBytes: 500 });

    const ofFolder = { agent: admin, method: "PUT", params: { id: String(folders[1]?.id) } };
    expect((await ask(folderArchive.PUT, { ...ofFolder, body: { archive: "not-kept" } })).status).toBe(204);
    expect(await read(member)).toMatchObject({ totalCount: 1, keptCount: 1 });
    expect((await ask(folderArchive.PUT, { ...ofFolder, body: { archive: "as-account" } })).status).toBe(204);
    expect(await read(member)).toMatchObject({ totalCount: 2 });
  });
});
