/** Sample mail through the API, with sync and outbox at work as they are. */
import type { z } from "zod";
import { beforeEach, expect, it } from "vitest";
import { Account } from "#lib/contracts/account";
import { Conversation, ConversationDetail, Tag } from "#lib/contracts/conversation";
import { Draft } from "#lib/contracts/draft";
import { pageOf } from "#lib/contracts/paging";
import { operationsOf } from "#server/http/openapi";
import { apiOf, type Api } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import { findByWords } from "#server/testing/find-by-words";
import { useFreshStore } from "#server/testing/fresh-store";
import { pendingCount, rowCounts, useRunningEngine } from "#server/testing/running-engine";
import { apiRoutes } from "./openapi.json/routes.ts";

useFreshStore();
const engine = useRunningEngine();

let inboxId = 0;
let api: Api;

beforeEach(async () => {
  inboxId = (await build.inbox()).id;
  api = apiOf(operationsOf(apiRoutes), await build.agent({ role: "admin", inboxIds: [inboxId] }));
});

async function addSample(): Promise<Account> {
  const { id } = Account.parse(await (await api("PUT", "/api/sample-mail")).json());
  await expect.poll(async () => (await accountOf(id)).state, { timeout: 20_000 }).toBe("live");
  return accountOf(id);
}

const accountOf = async (id: number) => Account.parse(await (await api("GET", `/api/accounts/${id}`)).json());

async function list(query: string) {
  return pageOf(Conversation).parse(await (await api("GET", `/api/conversations?limit=200&${query}`)).json()).items;
}

async function about(words: string): Promise<Conversation> {
  const found = (await list("view=all")).find((conversation) => conversation.subject.includes(words));
  if (!found) throw new Error(`There is no conversation about ${words}.`);
  return found;
}

const detailOf = async (id: number) =>
  ConversationDetail.parse(await (await api("GET", `/api/conversations/${id}`)).json());

const read = async <T extends z.ZodType>(schema: T, path: string) =>
  schema.parse(await (await api("GET", path)).json());

it("fills an empty inbox with mail that is received, threaded, worked on and found as any other", async () => {
  const account = await addSample();
  expect(account).toMatchObject({ provider: "sample", emailAddress: "sample@northwind.example", sendProblem: null });
  const all = await list("view=all");
  expect(all.length).toBeGreaterThan(35);
  for (const view of ["open", "mine", "pending", "snoozed", "closed", "archive", "junk", "trash", "sent"])
    expect(await list(`view=${view}`), view).not.toEqual([]);

  const damaged = await detailOf((await about("48213")).id);
  expect(damaged.messages.map(({ direction }) => direction)).toEqual(["in", "out", "in"]);
  expect(damaged.messages.at(-1)?.attachments.map(({ filename }) => filename)).toEqual(["lid-crack.jpg", "parcel.jpg"]);
  expect(damaged.notes).toHaveLength(1);
  expect(damaged.tags).toHaveLength(2);
  expect((await addSample()).id, "asked again, it is the same one").toBe(account.id);
  await expect.poll(() => findByWords("enamel sister", [inboxId]), { timeout: 20_000 }).toEqual([damaged.id]);
  await expect.poll(() => findByWords("配送先", [inboxId]), { timeout: 20_000 }).toHaveLength(1);
});

it("gives texts, attachments and sources as they were written", async () => {
  await addSample();
  const { messages: mails } = await detailOf((await about("48213")).id);
  const last = mails.at(-1);
  const source = Buffer.from(await (await api("GET", `/api/messages/${last?.id}/source`)).arrayBuffer());
  expect(source.length).toBeGreaterThan(20_000);
  expect(await (await api("GET", `/api/messages/${last?.id}`)).text()).toContain("the lid is cracked");
  const file = await api("GET", `/api/attachments/${last?.attachments[0]?.id}`);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 3)
      .toString("hex"),
  ).toBe("ffd8ff");
});

it("settles what agents do, without a server, and keeps it over a restart", async () => {
  await addSample();
  const { id } = await about("Wholesale price list");
  for (const [method, act, body] of [
    ["PUT", "flagged", undefined],
    ["PUT", "folder", { role: "archive" }],
  ] as const)
    expect((await api(method, `/api/conversations/${id}/${act}`, body)).status).toBe(204);
  await expect.poll(pendingCount, { timeout: 20_000 }).toBe(0);
  await engine.stop();
  engine.start();
  await expect.poll(pendingCount, { timeout: 20_000 }).toBe(0);
  expect((await list("view=archive")).map((row) => row.id)).toContain(id);
  expect(await about("Wholesale price list")).toMatchObject({ flagged: true });
});

it("sends nothing, neither as its account nor quoted by another, and keeps what was written", async () => {
  const { id: accountId } = await addSample();
  const { id } = await about("Rechnung März");
  const real = await build.account({ inboxId });
  const key = () => crypto.randomUUID();
  const draft = await api("POST", "/api/drafts", { kind: "reply", conversationId: id, accountId, text: "Gern." });
  const replies = `/api/conversations/${id}/replies`;
  for (const body of [
    { text: "Gern." },
    { text: "Gern.", accountId: real.id, to: [{ name: "", address: "me@elsewhere.test" }] },
  ])
    expect((await api("POST", replies, { ...body, idempotencyKey: key() })).status).toBe(409);
  const to = [{ name: "", address: "me@elsewhere.test" }];
  const fresh = { accountId, to, subject: "Hi", text: "Hi", idempotencyKey: key() };
  expect((await api("POST", "/api/conversations", fresh)).status).toBe(409);
  const { id: draftId } = Draft.parse(await draft.json());
  expect((await api("GET", `/api/drafts/${draftId}`)).status).toBe(200);
});

it("is neither taken out nor copied", async () => {
  const { id } = await addSample();
  const real = await build.account({ inboxId });
  const copy = (fromAccountId: number, toAccountId: number) =>
    api("POST", "/api/copies", { fromAccountId, folderIds: null, toAccountId, belowFolderId: null });
  expect((await copy(id, real.id)).status).toBe(409);
  expect((await copy(real.id, id)).status).toBe(409);
  expect((await api("POST", "/api/exports", { scope: { kind: "account", accountId: id }, format: "mbox" })).status).toBe(409); // prettier-ignore
  const size = await api("GET", "/api/exports/size?scope=everything");
  expect(await size.json()).toMatchObject({ mailCount: 0 });
});

it("goes whole, with its notes and tags, and leaves what is not its own", async () => {
  const tag = await build.tag({ name: "Refund" });
  await build.placement({ accountId: (await build.account({ inboxId, removedAt: new Date() })).id });
  const before = await rowCounts();
  await addSample();
  expect((await api("POST", `/api/conversations/${(await about("48213")).id}/notes`, { text: "Mine." })).status).toBe(201); // prettier-ignore
  expect((await api("DELETE", "/api/sample-mail")).status).toBe(204);
  await engine.stop();
  expect(await rowCounts()).toEqual(before);
  expect((await read(pageOf(Tag), "/api/tags")).items).toMatchObject([{ id: tag.id, name: "Refund" }]);
  expect((await api("DELETE", "/api/sample-mail")).status).toBe(204);
});

it("is not mixed with real mail, and an admin's to bring", async () => {
  await build.account({ inboxId });
  expect((await api("PUT", "/api/sample-mail")).status).toBe(409);
  const colleague = apiOf(operationsOf(apiRoutes), await build.agent({ inboxIds: [inboxId] }));
  expect((await colleague("PUT", "/api/sample-mail")).status).toBe(403);
});
