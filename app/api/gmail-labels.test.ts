/** Gmail's labels by the routes of folders and tags: made, renamed, deleted here and elsewhere, and true on both sides. */
import { expect, it } from "vitest";
import { z } from "zod";
import { Folder } from "#lib/contracts/account";
import { pageOf } from "#lib/contracts/paging";
import { operationsOf } from "#server/http/openapi";
import { apiOf } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { gmailDifferences } from "#server/testing/gmail-differences";
import { failedOperations, openOperations } from "#server/testing/operations-left";
import { until } from "#server/testing/run-sync";
import { plainMail, useScriptedSync } from "#server/testing/scripted-sync";
import { apiRoutes } from "./openapi.json/routes.ts";

useFreshStore();
const scripted = useScriptedSync();
const Row = z.object({ id: z.number(), subject: z.string(), tags: z.array(z.object({ name: z.string() })) });

async function desk(mailCount = 2, gmail = {}) {
  const { server, start } = await scripted(0, { capabilities: "gmail", gmail });
  const mailbox = server.gmailbox("help@team.test");
  for (let id = 1; id <= mailCount; id += 1) mailbox.deliver(plainMail(id));
  const agent = await build.agent({ inboxIds: [(await build.inbox()).id], role: "admin" });
  const [inboxId = 0] = agent.inboxIds;
  const { account } = await start({ inboxId, withOutbox: true });
  const api = apiOf(operationsOf(apiRoutes), agent);
  const settled = async () => {
    let left: string[] = [];
    const isQuiet = async () => {
      const open = (await openOperations()).map(({ kind, lastError }) => `${kind}: ${lastError}`);
      left = [...open, ...gmailDifferences(mailbox)];
      return left.length === 0;
    };
    await until(isQuiet, 10_000).catch(() => undefined);
    expect(left).toEqual([]);
    expect(await failedOperations()).toEqual([]);
  };
  await settled();
  const list = async () => pageOf(Folder).parse(await (await api("GET", `/api/accounts/${account.id}/folders`)).json()).items; // prettier-ignore
  const rows = async (query: string) =>
    z.object({ items: z.array(Row) }).parse(await (await api("GET", `/api/conversations?${query}`)).json()).items;
  return {
    server,
    mailbox,
    api,
    inboxId,
    settled,
    list,
    rows,
    conversationId: async (subject: string) => (await rows("view=all")).find((row) => row.subject === subject)?.id ?? 0,
    named: async (path: string) => (await list()).find((folder) => folder.path === path),
    made: async (name: string, parentId?: number) => {
      const answer = await api("POST", `/api/accounts/${account.id}/folders`, { name, parentId });
      expect(answer.status).toBe(201);
      return Folder.parse(await answer.json());
    },
    mail: (id: number) => [...mailbox.mails].find(({ source }) => source.includes(`<${id}@customer.test>`)),
  };
}

it("makes labels of any name, in one another too, and files under them", async () => {
  const { api, made, mailbox, settled, mail, named, conversationId } = await desk();
  const parent = await made("Kunden & Co");
  const inner = await made('Größe "XL" 🚀', parent.id);
  expect(inner).toMatchObject({
    path: 'Kunden & Co/Größe "XL" 🚀',
    label: 'Kunden & Co/Größe "XL" 🚀',
    selectable: true,
  });
  await settled();
  expect(mailbox.labels).toEqual(["Kunden & Co", 'Kunden & Co/Größe "XL" 🚀']);
  const id = await conversationId("Mail 1");
  expect((await api("PUT", `/api/conversations/${id}/labels`, { addFolderIds: [inner.id] })).status).toBe(204);
  await settled();
  expect(mail(1)?.labels.toSorted()).toEqual(['Kunden & Co/Größe "XL" 🚀', "\\Inbox"]);
  expect(await named('Kunden & Co/Größe "XL" 🚀')).toMatchObject({ storedCount: 1 });
});

it.each([false, true])(
  "renames a label on the mail that carries it, whether Gmail tells of that mail or not (%s)",
  async (isQuietAboutLabels) => {
    const { api, made, mailbox, settled, mail, rows, named } = await desk(2, { isQuietAboutLabels });
    const parent = await made("Projects");
    const inner = await made("2024", parent.id);
    mailbox.label([...mailbox.mails], { add: ["Projects/2024"], remove: ["\\Inbox"] });
    await settled();
    const answer = await api("PATCH", `/api/folders/${parent.id}`, { name: "Alt & gut" });
    expect(await answer.json()).toMatchObject({
      id: parent.id,
      path: "Alt & gut",
      label: "Alt & gut",
      pendingAct: null,
    });
    await settled();
    expect(mail(1)?.labels).toEqual(["Alt & gut/2024"]);
    expect(await named("Alt & gut/2024")).toMatchObject({ id: inner.id, label: "Alt & gut/2024", storedCount: 2 });
    expect((await rows(`view=all&folder=${inner.id}`)).map(({ subject }) => subject).sort()).toEqual([
      "Mail 1",
      "Mail 2",
    ]);
    // And out of the other one.
    expect((await api("PATCH", `/api/folders/${inner.id}`, { parentId: null, name: "2025" })).status).toBe(200);
    await settled();
    expect([mail(1)?.labels, mailbox.labels.toSorted()]).toEqual([["2025"], ["2025", "Alt & gut"]]);
    expect(await named("2025")).toMatchObject({ id: inner.id, storedCount: 2 });
  },
);

it("keeps to one name where a label is renamed here and elsewhere at once", async () => {
  const { server, api, made, mailbox, settled, mail } = await desk();
  const label = await made("Old");
  mailbox.label([...mailbox.mails], { add: ["Old"], remove: [] });
  await settled();
  server.setFaults(({ command }) => (command === "RENAME" ? { delayMs: 100 } : undefined));
  const asked = api("PATCH", `/api/folders/${label.id}`, { name: "Here" });
  mailbox.rename("Old", "There");
  expect([200, 409]).toContain((await asked).status);
  server.setFaults(() => undefined);
  await until(async () => gmailDifferences(mailbox).length === 0);
  expect(mailbox.labels).toHaveLength(1);
  expect(mail(1)?.labels.toSorted()).toEqual([...mailbox.labels, "\\Inbox"].sort());
});

it("deletes a label and leaves its mail where it lies", async () => {
  const { api, made, mailbox, settled, mail, named, rows } = await desk();
  const parent = await made("Projects");
  await made("2024", parent.id);
  mailbox.label([...mailbox.mails].slice(0, 1), { add: ["Projects/2024"], remove: ["\\Inbox"] });
  await settled();
  expect((await api("DELETE", `/api/folders/${parent.id}`)).status).toBe(204);
  await settled();
  expect([mailbox.labels, mail(1)?.labels, mail(1)?.where]).toEqual([[], [], "all"]);
  expect(await named("Projects/2024")).toBeUndefined();
  expect((await rows("view=archive")).map(({ subject }) => subject)).toEqual(["Mail 1"]);
});

it("has tags as labels, both ways, and makes the label that is not there yet", async () => {
  const { api, inboxId, mailbox, settled, mail, rows, conversationId } = await desk();
  const tag = await build.tag({ name: "Urgent" });
  const keywords = [{ tagId: tag.id, keyword: "Urgent" }];
  expect((await api("PUT", `/api/inboxes/${inboxId}/tag-keywords`, { keywords })).status).toBe(200);
  const one = await conversationId("Mail 1");
  expect((await api("PUT", `/api/conversations/${one}/tags`, { tagIds: [tag.id] })).status).toBe(204);
  await until(async () => mail(1)?.labels.includes("Urgent") === true);
  await settled();
  const tagged = async () =>
    (await rows("view=all")).filter(({ tags }) => tags.length > 0).map(({ subject }) => subject).sort(); // prettier-ignore
  const second = mail(2);
  mailbox.label(second ? [second] : [], { add: ["Urgent"], remove: [] });
  await until(async () => (await tagged()).length === 2);
  mailbox.label([...mailbox.mails], { add: [], remove: ["Urgent"] });
  await until(async () => (await tagged()).length === 0);
  await api("PUT", `/api/conversations/${one}/tags`, { tagIds: [tag.id] });
  await until(async () => mail(1)?.labels.includes("Urgent") === true);
  await api("PUT", `/api/conversations/${one}/tags`, { tagIds: [] });
  await until(async () => mail(1)?.labels.includes("Urgent") === false);
  await settled();
  expect(await tagged()).toEqual([]);
});
