/** Tags that are keywords on the server: set and taken off from both sides, over Dovecot and over a server that keeps none. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { operationsOf } from "#server/http/openapi";
import { apiOf } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { failedOperations, openOperations } from "#server/testing/operations-left";
import { runSync, until, type RunningSync } from "#server/testing/run-sync";
import { plainMail, useScriptedSync } from "#server/testing/scripted-sync";
import { apiRoutes } from "./openapi.json/routes.ts";

const password = "secret";
const users = Array.from({ length: 12 }, (_, index) => ({ name: `help${index}`, password }));
const Row = z.object({ id: z.number(), subject: z.string(), tags: z.array(z.object({ name: z.string() })) });

async function people() {
  const agent = await build.agent({ inboxIds: [(await build.inbox()).id], role: "admin" });
  const [inboxId = 0] = agent.inboxIds;
  const api = apiOf(operationsOf(apiRoutes), agent);
  const tag = await build.tag({ name: "Urgent" });
  const conversations = async () =>
    z.object({ items: z.array(Row) }).parse(await (await api("GET", "/api/conversations?view=all")).json()).items;
  return {
    api,
    inboxId,
    tag,
    conversations,
    named: async (subject: string) => (await conversations()).find((row) => row.subject === subject),
    tagged: async () =>
      (await conversations())
        .filter((row) => row.tags.length > 0)
        .map((row) => row.subject)
        .sort(),
    map: (keyword = "urgent") => api("PUT", `/api/inboxes/${inboxId}/tag-keywords`, { keywords: [{ tagId: tag.id, keyword }] }), // prettier-ignore
    setTags: async (subject: string, tagIds: number[]) => {
      const row = (await conversations()).find((one) => one.subject === subject);
      const answer = await api("PUT", `/api/conversations/${row?.id}/tags`, { tagIds });
      expect(answer.status).toBe(204);
    },
  };
}

describe("tags as keywords", () => {
  useFreshStore();
  let dovecot: Dovecot;
  let userCount = 0;
  let sync: RunningSync;
  beforeAll(async () => {
    dovecot = await startDovecot({ users });
  });
  afterEach(() => sync.stop());
  afterAll(() => dovecot.stop());

  async function desk(wishes: Parameters<typeof runSync>[1] = {}) {
    const name = `help${(userCount += 1)}`;
    for (const id of [1, 2]) await dovecot.deliver(name, plainMail(id));
    const team = await people();
    sync = await runSync({ port: dovecot.imapPort, name, password }, { inboxId: team.inboxId, withOutbox: true, ...wishes }); // prettier-ignore
    await sync.settled();
    const client = await sync.client();
    await client.run("SELECT INBOX");
    const keywords = async (uid: number) => {
      const [line = ""] = await client.run(`UID FETCH ${uid} (FLAGS)`);
      const flags = /FLAGS \(([^)]*)\)/.exec(line)?.[1]?.split(" ") ?? [];
      return flags.filter((flag) => flag !== "" && !flag.startsWith("\\"));
    };
    return { ...team, client, keywords };
  }

  it("are put on the server and taken off it", async () => {
    const { map, setTags, keywords, tag } = await desk();
    expect((await map()).status).toBe(200);
    await setTags("Mail 1", [tag.id]);
    await until(async () => (await keywords(1)).includes("urgent"));
    expect(await keywords(2)).toEqual([]);
    await setTags("Mail 1", []);
    await until(async () => (await keywords(1)).length === 0);
    await sync.settled();
    expect(await failedOperations()).toEqual([]);
  });

  it("come from another mail program and go with it, whatever the case of their letters", async () => {
    const { map, client, tagged } = await desk();
    await map("URGENT");
    await client.run("UID STORE 2 +FLAGS (Urgent)");
    await until(async () => (await tagged()).join() === "Mail 2");
    await client.run("UID STORE 2 -FLAGS (Urgent)");
    await until(async () => (await tagged()).length === 0);
    // What came from the server was told to nobody.
    expect(await openOperations()).toEqual([]);
  });

  it("stay while another mail of the conversation carries the keyword", async () => {
    const { map, client, named, api } = await desk();
    await dovecot.deliver(`help${userCount}`, plainMail(3, ["In-Reply-To: <1@customer.test>"]));
    await map();
    await sync.settled();
    const messageCount = async () => {
      const row = await named("Mail 1");
      const detail = await (await api("GET", `/api/conversations/${row?.id}`)).json();
      return z.object({ messages: z.array(z.unknown()) }).parse(detail).messages.length;
    };
    await until(async () => (await messageCount()) === 2);
    await client.run("NOOP");
    await client.run("UID STORE 1,3 +FLAGS (urgent)");
    await until(async () => (await named("Mail 1"))?.tags.length === 1);
    await client.run("UID STORE 1 -FLAGS (urgent)");
    await sync.settled();
    expect((await named("Mail 1"))?.tags).toHaveLength(1);
    await client.run("UID STORE 3 -FLAGS (urgent)");
    await until(async () => (await named("Mail 1"))?.tags.length === 0);
  });

  it("are brought together both ways when a keyword is chosen", async () => {
    const { map, setTags, client, keywords, tag, tagged } = await desk();
    await setTags("Mail 1", [tag.id]);
    await client.run("UID STORE 2 +FLAGS (urgent)");
    await sync.settled();
    await map();
    await until(async () => (await keywords(1)).includes("urgent"));
    expect(await tagged()).toEqual(["Mail 1", "Mail 2"]);
  });

  it("meet half way when both sides change at once, and nothing goes round in circles", async () => {
    const { map, setTags, client, keywords, tag, tagged } = await desk();
    await map();
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([
        setTags("Mail 1", round % 2 === 0 ? [tag.id] : []),
        client.run(`UID STORE 2 ${round % 2 === 0 ? "+" : "-"}FLAGS (urgent)`),
      ]);
    }
    await sync.settled();
    await until(async () => (await openOperations()).length === 0);
    await sync.settled();
    const there = [await keywords(1), await keywords(2)].map((words) => words.includes("urgent"));
    expect(await tagged()).toEqual(["Mail 1", "Mail 2"].filter((_, index) => there[index]));
  });

  it("of an account that is read-only come in and do not go out, and the setting says so", async () => {
    const { map, setTags, client, keywords, tag, tagged, api, inboxId } = await desk({ mode: "read-only" });
    await map();
    await client.run("UID STORE 2 +FLAGS (urgent)");
    await until(async () => (await tagged()).join() === "Mail 2");
    await setTags("Mail 1", [tag.id]);
    expect(await openOperations()).toEqual([]);
    expect(await keywords(1)).toEqual([]);
    const setting = await (await api("GET", `/api/inboxes/${inboxId}/tag-keywords`)).json();
    expect(setting).toMatchObject({ accounts: [{ problem: "read-only" }] });
  });

  it("have keywords that a server can keep, each its own", async () => {
    const { api, inboxId, tag, map } = await desk();
    for (const keyword of ["two words", "ü", "\\Seen", "a(b", "$Junk", "x".repeat(51), ""]) expect([keyword, (await map(keyword)).status]).toEqual([keyword, 422]); // prettier-ignore
    const other = await build.tag({ name: "Other" });
    const twice = [tag.id, other.id].map((tagId) => ({ tagId, keyword: tagId === tag.id ? "one" : "ONE" }));
    expect((await api("PUT", `/api/inboxes/${inboxId}/tag-keywords`, { keywords: twice })).status).toBe(422);
    const many = Array.from({ length: 21 }, (_, index) => ({ tagId: index + 1, keyword: `k${index}` }));
    expect((await api("PUT", `/api/inboxes/${inboxId}/tag-keywords`, { keywords: many })).status).toBe(422);
  });
});

describe("tags on a server that keeps no keywords", () => {
  useFreshStore();
  const scripted = useScriptedSync();

  it("stay here, nothing fails, and the setting says why", async () => {
    const { mailbox, start } = await scripted(1);
    for (const folder of mailbox.folders.values()) folder.options.keepsKeywords = false;
    const team = await people();
    const running = await start({ inboxId: team.inboxId, withOutbox: true });
    await running.settled();
    await team.map();
    await team.setTags("Mail 1", [team.tag.id]);
    await running.settled();
    expect(await team.tagged()).toEqual(["Mail 1"]);
    expect([...(await openOperations()), ...(await failedOperations())]).toEqual([]);
    const setting = await (await team.api("GET", `/api/inboxes/${team.inboxId}/tag-keywords`)).json();
    expect(setting).toMatchObject({ accounts: [{ problem: "no-keywords" }] });
  });
});
