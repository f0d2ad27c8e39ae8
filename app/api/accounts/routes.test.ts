import { describe, expect, it } from "vitest";
import { Account } from "#lib/contracts/account";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { captureLog } from "#server/testing/capture-log";
import { useFreshStore } from "#server/testing/fresh-store";
import { DELETE, GET as getOne, PATCH } from "./[id]/route.ts";
import { GET as getFolders } from "./[id]/folders/route.ts";
import { POST as sync } from "./[id]/sync/route.ts";
import { GET as discover } from "./discover/route.ts";
import { GET as getAll, POST } from "./route.ts";
import { POST as verify } from "./verify/route.ts";

const password = "canary-8a8b";
const body = {
  emailAddress: "help@acme.test",
  password,
  name: "Help",
  mode: "two-way",
  imap: { host: "127.0.0.1", port: 993, security: "tls" },
  smtp: { host: "127.0.0.1", port: 465, security: "tls" },
};

describe("the routes of accounts", () => {
  useFreshStore();

  it("connect, show, change and forget", async () => {
    await build.inbox();
    const agent = await build.agent({ role: "admin" });
    const connected = await ask(POST, { agent, body });
    expect(connected.status).toBe(201);
    const { id } = Account.parse(await connected.json());
    const params = { id: String(id) };
    expect(await (await ask(getAll, { agent })).json()).toMatchObject({ items: [{ id }], nextCursor: null });
    const changed = await ask(PATCH, { agent, params, method: "PATCH", body: { name: "Sales" } });
    expect([changed.status, await changed.json()]).toMatchObject([200, { id, name: "Sales" }]);
    expect((await ask(getFolders, { agent, params })).status).toBe(200);
    expect((await ask(sync, { agent, params, method: "POST" })).status).toBe(204);
    expect((await ask(DELETE, { agent, params, method: "DELETE" })).status).toBe(204);
    expect((await ask(getOne, { agent, params })).status).toBe(404);
  });

  it("name the field that is wrong", async () => {
    await build.inbox();
    const agent = await build.agent({ role: "admin" });
    const answer = await ask(POST, { agent, body: { ...body, imap: { ...body.imap, host: "10.1.2.3" } } });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: "invalid", issues: [{ path: "imap.host" }] },
    ]);
  });

  it("never repeat a password, whatever is wrong with the rest", async () => {
    await build.inbox();
    const log = captureLog();
    const agent = await build.agent({ role: "admin" });
    const wrong = [
      body,
      body,
      { ...body, imap: { ...body.imap, host: "10.1.2.3" } },
      { ...body, mode: "sideways" },
      { ...body, surprise: password },
      { ...body, password: [password] },
      { ...body, inboxId: 77 },
    ];
    const texts: string[] = [];
    for (const each of wrong) texts.push(await (await ask(POST, { agent, body: each })).text());
    expect(texts.filter((text) => text.includes('"code"'))).toHaveLength(wrong.length - 1);
    texts.push(await (await ask(getAll, { agent })).text(), log.text());
    log.stop();
    expect(texts.join("\n")).not.toContain(password);
  });

  it("try settings out and answer what is wrong with them", async () => {
    const agent = await build.agent({ role: "admin" });
    const nobody = { host: "mail.nowhere.invalid", port: 993, security: "tls" };
    const settings = { emailAddress: "ada@acme.test", password, imap: nobody, smtp: { ...nobody, port: 465 } };
    const answer = await ask(verify, { agent, body: settings });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { ok: false, imap: { code: "name_not_found" }, smtp: { code: "name_not_found" }, folders: [] },
    ]);
    expect((await ask(verify, { agent, body: { ...settings, surprise: 1 } })).status).toBe(422);
    expect(await (await ask(getAll, { agent })).json()).toEqual({ items: [], nextCursor: null });
  });

  it("suggest settings for an address", async () => {
    const agent = await build.agent({ role: "admin" });
    const answer = await ask(discover, { agent, path: "/api/accounts/discover?emailAddress=ada%40gmail.com" });
    expect(await answer.json()).toMatchObject({ provider: "gmail", imap: { host: "imap.gmail.com" } });
    expect((await ask(discover, { agent, path: "/api/accounts/discover?emailAddress=ada" })).status).toBe(400);
  });

  it("are not there for strangers", async () => {
    const account = await build.account();
    const agent = await build.agent({ inboxIds: [(await build.inbox()).id] });
    const params = { id: String(account.id) };
    const statuses = [
      await ask(getOne, { agent, params }),
      await ask(PATCH, { agent, params, method: "PATCH", body: { name: "Ours" } }),
      await ask(DELETE, { agent, params, method: "DELETE" }),
      await ask(getFolders, { agent, params }),
      await ask(sync, { agent, params, method: "POST" }),
    ].map((answer) => answer.status);
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
    expect((await ask(getAll)).status).toBe(401);
  });
});
