import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { TransferDetails } from "#lib/contracts/transfer";
import type { Agent } from "#server/auth/agent";
import { importPath } from "#server/import-files";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { makeReady, transferRow } from "#server/testing/transfers/transfer-mail";
import * as importFile from "./imports/[id]/file/route.ts";
import * as importStart from "./imports/[id]/start/route.ts";
import * as imports from "./imports/route.ts";
import * as transfer from "./transfers/[id]/route.ts";

async function team(wishes: Parameters<typeof build.account>[0] = {}) {
  const inbox = await build.inbox();
  const account = await build.account({ inboxId: inbox.id, ...wishes });
  const folder = await build.folder({ accountId: account.id });
  const [member, stranger] = [await build.agent({ inboxIds: [inbox.id] }), await build.agent()];
  return { account, folder, member, stranger };
}

const paramsOf = (id: number) => ({ id: String(id) });
const begin = (agent: Agent, accountId: number, sizeBytes = 10) =>
  ask(imports.POST, { agent, body: { accountId, filename: "../a/mail.mbox", sizeBytes } });
const begun = async (agent: Agent, accountId: number) =>
  TransferDetails.parse(await (await begin(agent, accountId)).json()).id;

async function put(agent: Agent, id: number, range: string, text: string): Promise<Response> {
  const { token } = await build.apiToken({ agentId: agent.id });
  const headers = { authorization: `Bearer ${token}`, "content-range": range };
  const request = new Request("http://localhost:3000/api/imports/1/file", { method: "PUT", headers, body: text });
  return importFile.PUT(request, { params: Promise.resolve(paramsOf(id)) });
}

describe("a file that is to be imported", () => {
  useFreshStore();

  it("comes in pieces, goes on where it was cut, and is looked through behind the last", async () => {
    const { account, member, stranger } = await team();
    const id = await begun(member, account.id);
    expect((await put(stranger, id, "bytes 0-3/10", "From")).status).toBe(404);
    expect((await put(member, id, "bytes 0-3/10", "From")).status).toBe(200);
    expect((await put(member, id, "bytes 0-3/10", "From")).status).toBe(409);
    expect((await put(member, id, "bytes 6-9/10", "late")).status).toBe(409);
    // Cut in the middle: what came is kept.
    expect(await (await put(member, id, "bytes 4-9/10", " a@")).json()).toEqual({ receivedBytes: 7, sizeBytes: 10 });
    expect(await (await ask(importFile.GET, { agent: member, params: paramsOf(id) })).json()).toMatchObject({
      receivedBytes: 7,
    });
    expect((await transferRow(id)).state).toBe("waiting");
    expect((await put(member, id, "bytes 7-9/10", "b c")).status).toBe(200);
    expect(await readFile(importPath(id), "utf8")).toBe("From a@b c");
    expect(await transferRow(id)).toMatchObject({ state: "queued", cursor: { phase: "scan" } });
    expect((await put(member, id, "bytes 9-9/10", "x")).status).toBe(409);
  });

  it("is never longer than it was said to be", async () => {
    const { account, member } = await team();
    const id = await begun(member, account.id);
    expect((await put(member, id, "bytes 0-3/10", "0123456789")).status).toBe(400);
    for (const range of ["bytes 0-10/10", "bytes 4-3/10", "bytes 0-3/11", "bytes */10", ""])
      expect((await put(member, id, range, "0123")).status).toBe(400);
  });

  it("has a name without a path, and goes with its transfer", async () => {
    const { account, member } = await team();
    const id = await begun(member, account.id);
    await put(member, id, "bytes 0-3/10", "From");
    expect((await transferRow(id)).spec).toMatchObject({ filename: "mail.mbox" });
    expect(existsSync(importPath(id))).toBe(true);
    expect((await ask(transfer.DELETE, { agent: member, method: "DELETE", params: paramsOf(id) })).status).toBe(204);
    expect(existsSync(importPath(id))).toBe(false);
  });

  it("is refused for an account that is not seen, is read-only, or when it is too large", async () => {
    const { account, member, stranger } = await team();
    expect((await begin(stranger, account.id)).status).toBe(404);
    expect((await begin(member, account.id, 10 ** 15)).status).toBe(413);
    const readOnly = await team({ mode: "read-only" });
    expect((await begin(readOnly.member, readOnly.account.id)).status).toBe(409);
  });

  it("is brought in once somebody has seen what it holds, into a folder of its account", async () => {
    const { account, folder, member } = await team();
    const other = await team();
    const id = await begun(member, account.id);
    const start = (folderId: number | null, keepsFolders: boolean) =>
      ask(importStart.POST, { agent: member, params: paramsOf(id), body: { folderId, keepsFolders } });
    expect((await start(folder.id, false)).status).toBe(409);
    await makeReady(id);
    expect((await start(other.folder.id, false)).status).toBe(422);
    expect((await start(null, false)).status).toBe(422);
    expect((await start(folder.id, false)).status).toBe(202);
    expect(await transferRow(id)).toMatchObject({
      state: "queued",
      spec: { target: { folderId: folder.id, keepsFolders: false } },
      cursor: { phase: "append", member: 0, offset: 0 },
    });
  });
});
