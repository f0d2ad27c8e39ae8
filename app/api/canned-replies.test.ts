/** Canned replies from outside: who sees and writes which, and what is kept of their HTML. */
import { describe, expect, it } from "vitest";
import { CannedReply } from "#lib/contracts/canned-reply";
import { pageOf } from "#lib/contracts/paging";
import { operationsOf } from "#server/http/openapi";
import { apiOf } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { apiRoutes } from "./openapi.json/routes.ts";

async function twoTeams() {
  const [ours, theirs] = [await build.inbox(), await build.inbox()];
  const ask = async (wishes: Parameters<typeof build.agent>[0]) =>
    apiOf(operationsOf(apiRoutes), await build.agent(wishes));
  const api = await ask({ inboxIds: [ours.id] });
  const admin = await ask({ role: "admin", inboxIds: [] });
  const add = async (body: object) => {
    const answer = await api("POST", "/api/canned-replies", body);
    return { status: answer.status, reply: CannedReply.parse(await answer.json()) };
  };
  const names = async (by = api) =>
    pageOf(CannedReply)
      .parse(await (await by("GET", "/api/canned-replies")).json())
      .items.map(({ name }) => name);
  return { ours, theirs, api, admin, add, names };
}

describe("canned replies", () => {
  useFreshStore();

  it("show the items of a list apart in the line that tells them", async () => {
    const { add } = await twoTeams();
    const { reply } = await add({
      name: "terms",
      html: "<p>Our terms:</p><ul><li><p>30 days</p></li><li><p>no fee</p></li></ul>",
    });
    expect(reply.preview).toBe("Our terms: • 30 days • no fee");
  });

  it("are kept, listed by name, changed in part and deleted", async () => {
    const { api, add, names, ours } = await twoTeams();
    const { status, reply } = await add({ name: "refund", html: "<p>Your money is <b>on its way</b>.</p>" });
    expect([status, reply.inboxId, reply.preview]).toEqual([201, null, "Your money is on its way."]);
    await add({ name: "Delivery", html: "<p>Tomorrow.</p>", inboxId: ours.id });
    expect(await names()).toEqual(["Delivery", "refund"]);
    const renamed = await api("PATCH", `/api/canned-replies/${reply.id}`, { name: "Apology" });
    expect(CannedReply.parse(await renamed.json())).toMatchObject({ name: "Apology", html: reply.html, inboxId: null });
    expect((await api("DELETE", `/api/canned-replies/${reply.id}`)).status).toBe(204);
    expect(await names()).toEqual(["Delivery"]);
  });

  it("keep their placeholders and no markup that could do harm", async () => {
    const { add, api } = await twoTeams();
    const html = '<p onclick="x()">Hello {{contact.firstName|there}}<script>x()</script></p>';
    const { reply } = await add({ name: "Hello", html });
    expect(reply.html).toContain("Hello {{contact.firstName|there}}");
    expect(reply.html).not.toMatch(/script|onclick/);
    expect((await api("POST", "/api/canned-replies", { name: "None", html: "<p> </p>" })).status).toBe(422);
  });

  it("belong to an inbox that their writer may see, or to everybody", async () => {
    const { add, api, admin, names, ours, theirs } = await twoTeams();
    await build.cannedReply({ name: "Theirs", inboxId: theirs.id });
    await add({ name: "Ours", html: "<p>x</p>", inboxId: ours.id });
    expect(await names()).toEqual(["Ours"]);
    expect(await names(admin)).toEqual(["Ours", "Theirs"]);
    for (const inboxId of [theirs.id, 999])
      expect((await api("POST", "/api/canned-replies", { name: "x", html: "<p>x</p>", inboxId })).status).toBe(422);
  });
});
