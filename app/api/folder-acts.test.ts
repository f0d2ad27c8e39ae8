/** Folders made, renamed, deleted and subscribed through the API, as another mail program then sees them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Folder } from "#lib/contracts/account";
import { pageOf } from "#lib/contracts/paging";
import { operationsOf } from "#server/http/openapi";
import { apiOf } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import { startDovecot, type Dovecot, type DovecotOptions } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { runSync, until, type RunningSync } from "#server/testing/run-sync";
import { plainMail } from "#server/testing/scripted-sync";
import { decodeName, encodeName } from "#server/testing/scripted-imap/wire/mailbox-name";
import { apiRoutes } from "./openapi.json/routes.ts";

const password = "secret";
const users = Array.from({ length: 20 }, (_, index) => ({ name: `help${index}`, password }));
const kinds: [string, Partial<DovecotOptions>][] = [
  ["with all extensions", {}],
  ["in the manner of Courier", { namespacePrefix: "INBOX." }],
  ["without extensions", { capability: "plain" }],
];

describe.each(kinds)("folders on a server %s", (_, options) => {
  useFreshStore();
  let dovecot: Dovecot;
  let userCount = 0;
  let sync: RunningSync;
  beforeAll(async () => {
    dovecot = await startDovecot({ users, ...options });
  });
  afterEach(() => sync.stop());
  afterAll(() => dovecot.stop());

  const prefix = options.namespacePrefix ?? "";
  const delimiter = prefix.at(-1) ?? "/";

  async function desk() {
    const name = `help${(userCount += 1)}`;
    const agent = await build.agent({ inboxIds: [(await build.inbox()).id], role: "admin" });
    const [inboxId] = agent.inboxIds;
    const login = { port: dovecot.imapPort, name, password };
    sync = await runSync(login, { ...(inboxId && { inboxId }), withOutbox: true });
    await sync.settled();
    const api = apiOf(operationsOf(apiRoutes), agent);
    const accountId = sync.account.id;
    const client = await sync.client();
    const list = async () => pageOf(Folder).parse(await (await api("GET", `/api/accounts/${accountId}/folders`)).json()).items; // prettier-ignore
    return {
      accountId,
      api,
      client,
      list,
      named: async (path: string) => (await list()).find((folder) => folder.path === prefix + path),
      create: async (body: unknown) => api("POST", `/api/accounts/${accountId}/folders`, body),
      made: async (folderName: string, parentId?: number) =>
        Folder.parse(await (await api("POST", `/api/accounts/${accountId}/folders`, { name: folderName, parentId })).json()), // prettier-ignore
      deliver: (path: string, id: number | string) => dovecot.deliver(name, plainMail(id), encodeName(prefix + path)),
      /** Paths as another mail program sees them. */
      there: async (command = "LIST") =>
        (await client.run(`${command} "" "*"`)).flatMap((line) => {
          const told = /^\* (?:LIST|LSUB) \(([^)]*)\) (?:"."|NIL) (?:"((?:[^"\\]|\\.)*)"|(\S+))$/.exec(line);
          const path = told ? decodeName((told[2] ?? told[3] ?? "").replaceAll(/\\(.)/g, "$1")) : undefined;
          return path === undefined ? [] : [path.slice(path.startsWith(prefix) ? prefix.length : 0)];
        }),
      count: async (path: string) => {
        const [line = ""] = await client.run(`STATUS "${encodeName(prefix + path)}" (MESSAGES)`);
        return Number(/MESSAGES (\d+)/.exec(line)?.[1]);
      },
    };
  }

  it("are made at the top and in one another, under any name that a server takes", async () => {
    const { api, create, made, there, client, named } = await desk();
    const names = ["Kunden", "Ärger & Lob", 'Say "100%" now', "📦 Pakete", "顧客", "a&b", "it's {8}"];
    const parent = await made("Kunden");
    for (const name of names.slice(1)) expect((await create({ name, parentId: parent.id })).status).toBe(201);
    const paths = names.slice(1).map((name) => `Kunden${delimiter}${name}`);
    expect(await there()).toEqual(expect.arrayContaining(["Kunden", ...paths]));
    expect(await there("LSUB")).toEqual(expect.arrayContaining(["Kunden"]));
    const child = await named(paths[0] ?? "");
    expect(child).toMatchObject({
      name: "Ärger & Lob",
      selectable: true,
      pendingAct: null,
      actFailure: "",
      role: "none",
    });
    await client.append(encodeName(`${prefix}${paths[0]}`), plainMail("inside"));
    await sync.settled();
    const placed = await (await api("GET", `/api/folders/${child?.id}/placements`)).json();
    expect(placed).toMatchObject({ items: [{ internetMessageId: "inside@customer.test" }] });
  });

  it("are refused under names that no folder can have, with the reason", async () => {
    const { create, made, there } = await desk();
    await made("Café".normalize("NFC"));
    const refused = [
      "",
      " ",
      "a\nb",
      "a\u0000b",
      "x\u202Etxt",
      "INBOX",
      "Café".normalize("NFD"),
      `a${delimiter}b`,
      "\ud800",
    ];
    for (const name of refused) expect([name, (await create({ name })).status]).toEqual([name, 422]);
    expect((await create({ name: "In", parentId: 9999 })).status).toBe(422);
    expect((await there()).filter((path) => path.startsWith("Caf"))).toEqual(["Café"]);
  });

  it("are renamed and put elsewhere with all that lies in them, and their mail is not read anew", async () => {
    const { api, made, there, named, deliver } = await desk();
    const parent = await made("Projects");
    const inner = await made("2024", parent.id);
    await deliver(`Projects${delimiter}2024`, "p1");
    await sync.settled();
    const moved = await api("PATCH", `/api/folders/${parent.id}`, { name: "Old & good" });
    expect(await moved.json()).toMatchObject({ id: parent.id, name: "Old & good", pendingAct: null });
    expect(await there()).toEqual(expect.arrayContaining(["Old & good", `Old & good${delimiter}2024`]));
    expect(await there("LSUB")).toEqual(expect.arrayContaining([`Old & good${delimiter}2024`]));
    expect(await there("LSUB")).not.toContain("Projects");
    expect(await named(`Old & good${delimiter}2024`)).toMatchObject({ id: inner.id, storedCount: 1 });
    const top = await api("PATCH", `/api/folders/${inner.id}`, { parentId: null });
    expect(await top.json()).toMatchObject({ path: `${prefix}2024`, id: inner.id });
    const into = await api("PATCH", `/api/folders/${parent.id}`, { parentId: inner.id });
    expect(await into.json()).toMatchObject({ path: `${prefix}2024${delimiter}Old & good` });
    expect((await api("PATCH", `/api/folders/${inner.id}`, { parentId: parent.id })).status).toBe(409);
    await sync.settled();
    expect(await named("2024")).toMatchObject({ id: inner.id, storedCount: 1 });
  });

  it("take their mail to Trash when they are deleted, and nothing is lost", async () => {
    const { api, made, there, deliver, count, list } = await desk();
    const parent = await made("Projects");
    await made("2024", parent.id);
    for (let id = 1; id <= 3; id += 1) await deliver("Projects", `p${id}`);
    await deliver(`Projects${delimiter}2024`, "inner");
    await sync.settled();
    expect((await api("DELETE", `/api/folders/${parent.id}`)).status).toBe(204);
    expect((await there()).filter((path) => path.includes("Projects"))).toEqual([]);
    expect(await count("Trash")).toBe(4);
    await sync.settled();
    const { items } = z.object({ items: z.array(z.object({ subject: z.string() })) }).parse(await (await api("GET", "/api/conversations?view=trash")).json()); // prettier-ignore
    expect(items.map((item) => item.subject).sort()).toEqual(["Mail inner", "Mail p1", "Mail p2", "Mail p3"]);
    expect((await list()).filter((folder) => folder.path.includes("Projects"))).toEqual([]);
  });

  it("take their mail with them for good when that is asked for", async () => {
    const { api, made, deliver, count } = await desk();
    const { id } = await made("Noise");
    await deliver("Noise", "n1");
    await sync.settled();
    expect((await api("DELETE", `/api/folders/${id}?mail=delete`)).status).toBe(204);
    expect(await count("Trash")).toBe(0);
    await sync.settled();
    expect((await api("GET", `/api/folders/${id}`)).status).toBe(404);
  });

  it("that mail is filed in are not deleted, and INBOX stays what it is", async () => {
    const { api, list, there } = await desk();
    const all = await list();
    const of = (role: string) => all.find((folder) => folder.role === role)?.id;
    await until(async () => (await list()).some((folder) => folder.role === "trash"));
    expect((await api("DELETE", `/api/folders/${of("inbox")}`)).status).toBe(409);
    expect((await api("PATCH", `/api/folders/${of("inbox")}`, { name: "Post" })).status).toBe(409);
    expect((await api("DELETE", `/api/folders/${of("sent")}`)).status).toBe(409);
    expect(await there()).toEqual(expect.arrayContaining(["Sent"]));
  });

  it("are shown in other mail programs or not", async () => {
    const { api, made, there, named } = await desk();
    const { id } = await made("Quiet");
    const hidden = await api("PATCH", `/api/folders/${id}`, { subscribed: false });
    expect(await hidden.json()).toMatchObject({ subscribed: false, pendingAct: null });
    expect(await there("LSUB")).not.toContain("Quiet");
    await sync.settled();
    expect(await named("Quiet")).toMatchObject({ subscribed: false });
    await api("PATCH", `/api/folders/${id}`, { subscribed: true });
    expect(await there("LSUB")).toContain("Quiet");
  });

  it("are as the server has them when it refuses, and the answer says why", async () => {
    const { api, made, list, client } = await desk();
    const { id } = await made("Mine");
    // Somebody else takes the name, whether our list shows it yet or not.
    await client.run(`CREATE "${prefix}Taken"`);
    const refused = await api("PATCH", `/api/folders/${id}`, { name: "Taken" });
    const answer = await refused.json();
    if (refused.status === 409) expect(answer).toMatchObject({ detail: "A folder of this name exists already." });
    else expect(refused.status).toBe(422);
    await sync.settled();
    expect((await list()).map((folder) => folder.path)).toEqual(
      expect.arrayContaining([`${prefix}Mine`, `${prefix}Taken`]),
    );
  });
});
