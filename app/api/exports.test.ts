import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { pageOf } from "#lib/contracts/paging";
import { Transfer, TransferDetails, type ExportScope } from "#lib/contracts/transfer";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { dataPath } from "#server/data-dir";
import { exportPath } from "#server/export-files";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import * as exportFile from "./exports/[id]/file/route.ts";
import * as exports from "./exports/route.ts";
import * as size from "./exports/size/route.ts";
import * as transfer from "./transfers/[id]/route.ts";
import * as transfers from "./transfers/route.ts";

async function team() {
  const inbox = await build.inbox();
  const account = await build.account({ inboxId: inbox.id, name: "Support" });
  const folder = await build.folder({ accountId: account.id, name: "Receipts" });
  const message = await build.message({ sizeBytes: 1200 });
  await build.placement({ folderId: folder.id, messageId: message.id });
  const [member, stranger] = [await build.agent({ inboxIds: [inbox.id] }), await build.agent()];
  return { account, folder, member, stranger, admin: await build.agent({ role: "admin" }) };
}

const begin = (agent: Agent, scope: ExportScope) => ask(exports.POST, { agent, body: { scope, format: "mbox" } });
const paramsOf = (id: number) => ({ id: String(id) });

describe("exports", () => {
  useFreshStore();

  it("are asked for by who may see the mail, and by admins", async () => {
    const { account, folder, member, stranger, admin } = await team();
    const scopes: ExportScope[] = [
      { kind: "account", accountId: account.id },
      { kind: "folder", folderId: folder.id },
    ];
    for (const scope of scopes) {
      expect((await begin(member, scope)).status).toBe(202);
      expect((await begin(admin, scope)).status).toBe(202);
      expect((await begin(stranger, scope)).status).toBe(404);
    }
    const titlesFor = async (agent: Agent) =>
      pageOf(Transfer).parse(await (await ask(transfers.GET, { agent })).json()).items.map(({ title }) => title); // prettier-ignore
    expect(await titlesFor(member)).toEqual(["Support: Receipts", "Support"]);
    expect(await titlesFor(admin)).toHaveLength(4);
    expect(await titlesFor(stranger)).toEqual([]);
  });

  it("refuse a search that cannot be read", async () => {
    const { member } = await team();
    expect((await begin(member, { kind: "search", q: "bogus:x" })).status).toBe(422);
    expect((await begin(member, { kind: "search", q: "invoice" })).status).toBe(202);
  });

  it("are measured before they begin", async () => {
    const { account, member, stranger } = await team();
    const path = `/api/exports/size?scope=account&id=${account.id}`;
    const measured = await (await ask(size.GET, { agent: member, path })).json();
    expect(measured).toMatchObject({ mailCount: 1, bytes: 1200, missingCount: 1, missingBytes: 1200 });
    expect((await ask(size.GET, { agent: stranger, path })).status).toBe(404);
  });

  it("are downloaded whole or from where a download was cut, by their asker and admins", async () => {
    const { member, stranger, admin } = await team();
    const row = await build.transfer({ askedById: member.id, state: "done", finishedAt: now() });
    await mkdir(dataPath("exports"), { recursive: true });
    await writeFile(exportPath(row.id), "0123456789");
    const get = (agent: Agent, headers: Record<string, string> = {}) =>
      ask(exportFile.GET, { agent, params: paramsOf(row.id), headers });
    const whole = await get(member);
    expect(await whole.text()).toBe("0123456789");
    const etag = whole.headers.get("etag") ?? "";
    expect(whole.headers.get("x-content-type-options")).toBe("nosniff");
    expect(whole.headers.get("content-disposition")).toContain(`postroom-export-${row.id}.zip`);
    const rest = await get(admin, { range: "bytes=4-", "if-range": etag });
    expect([rest.status, rest.headers.get("content-range"), await rest.text()]).toEqual([
      206,
      "bytes 4-9/10",
      "456789",
    ]);
    expect(await (await get(member, { range: "bytes=-3" })).text()).toBe("789");
    expect((await get(member, { range: "bytes=20-" })).status).toBe(416);
    expect((await get(member, { range: "bytes=4-", "if-range": '"another"' })).status).toBe(200);
    expect((await get(stranger)).status).toBe(404);
  });

  it("are cancelled while they are open, and forgotten with their file when they have ended", async () => {
    const { account, member, stranger } = await team();
    const { id } = TransferDetails.parse(
      await (await begin(member, { kind: "account", accountId: account.id })).json(),
    );
    const remove = (agent: Agent) => ask(transfer.DELETE, { agent, method: "DELETE", params: paramsOf(id) });
    const state = async () => (await ask(transfer.GET, { agent: member, params: paramsOf(id) })).json();
    expect((await remove(stranger)).status).toBe(404);
    expect((await remove(member)).status).toBe(204);
    expect(await state()).toMatchObject({ state: "cancelled" });
    await mkdir(dataPath("exports"), { recursive: true });
    await writeFile(exportPath(id), "zip");
    expect((await remove(member)).status).toBe(204);
    expect(await state()).toMatchObject({ status: 404 });
    expect(existsSync(exportPath(id))).toBe(false);
  });
});
