/** Walks the whole API as a stranger, as a reader, and as an agent of another inbox: a new route is walked without a word here. */
import { describe, expect, it } from "vitest";
import type { Agent } from "#server/auth/agent";
import { operationsOf, type ApiOperation } from "#server/http/openapi";
import { keepBlob } from "#server/blobs";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { sample } from "#server/testing/sample";
import { apiRoutes } from "./openapi.json/routes.ts";

const operations = operationsOf(apiRoutes);
const nameOf = ({ method, path }: ApiOperation) => `${method} ${path}`;
const protectedOnes = operations.filter(({ route }) => route.definition.access !== "public");
const withObject = protectedOnes.filter(({ path }) => path.includes("{") && !isEverybodys(path));
const secret = "Sesame";

/** Colleagues and tags are known to all who work here. */
function isEverybodys(path: string): boolean {
  return /^\/api\/(agents|tags)\//.test(path);
}

describe("every route", () => {
  useFreshStore();

  it("is there to be walked", () => {
    expect(protectedOnes.length).toBeGreaterThan(20);
    expect(withObject.length).toBeGreaterThan(5);
  });

  it.each(protectedOnes.map((operation) => [nameOf(operation), operation] as const))(
    "%s answers 401 without credentials",
    async (_, operation) => {
      expect((await askWell(operation, undefined, "1")).status).toBe(401);
      const headers = { authorization: `Bearer ${"A".repeat(43)}` };
      expect((await askWell(operation, undefined, "1", headers)).status).toBe(401);
    },
  );

  const writing = protectedOnes.filter(
    ({ method, route }) => (route.definition.scope ?? (method === "GET" ? "read" : "write")) === "write",
  );
  it.each(writing.map((operation) => [nameOf(operation), operation] as const))(
    "%s answers 403 to a token that may only read, and to a cookie from another origin",
    async (_, operation) => {
      const agent = await build.agent({ role: "admin" });
      const { token } = await build.apiToken({ agentId: agent.id, scope: "read" });
      expect((await askWell(operation, undefined, "1", { authorization: `Bearer ${token}` })).status).toBe(403);
      if (operation.method === "GET") return;
      const { cookie } = await build.session({ agentId: agent.id });
      expect((await askWell(operation, undefined, "1", { cookie })).status).toBe(403);
      expect((await askWell(operation, undefined, "1", { cookie, origin: "https://evil.test" })).status).toBe(403);
    },
  );

  it.each(withObject.map((operation) => [nameOf(operation), operation] as const))(
    "%s answers 404 for another inbox's object",
    async (_, operation) => {
      const { outsider, foreign } = await twoInboxes();
      const noun = operation.path.split("/")[2] ?? "";
      const id = foreign[noun];
      if (id === undefined) throw new Error(`Add a foreign object for /api/${noun}/{…} to this test.`);
      const response = await askWell(operation, outsider, String(id));
      // What only admins may do is refused before anything is looked up.
      expect(response.status).toBe(operation.route.definition.access === "admin" ? 403 : 404);
      expect(await response.text()).not.toContain(secret);
    },
  );

  it.each(protectedOnes.map((operation) => [nameOf(operation), operation] as const))(
    "%s answers 401 to a deactivated agent",
    async (_, operation) => {
      const gone = await build.agent({ role: "admin", deactivatedAt: new Date(), passwordHash: "x" });
      expect((await askWell(operation, gone, "1")).status).toBe(401);
      const { cookie } = await build.session({ agentId: gone.id });
      expect((await askWell(operation, undefined, "1", { cookie })).status).toBe(401);
    },
  );

  const ofMail = withObject.filter(({ path }) =>
    /^\/api\/(conversations|messages|attachments|sends|drafts|uploads)\/|placements$/.test(path),
  );
  it.each(ofMail.map((operation) => [nameOf(operation), operation] as const))(
    "%s answers 404 to an admin who does not belong to that inbox",
    async (_, operation) => {
      const { foreign } = await twoInboxes();
      const admin = await build.agent({ role: "admin", inboxIds: [(await build.inbox()).id] });
      const id = foreign[operation.path.split("/")[2] ?? ""];
      expect((await askWell(operation, admin, String(id))).status).toBe(404);
    },
  );

  const readings = withObject.filter(({ method, route }) => method === "GET" && route.definition.response);
  it.each(readings.map((operation) => [nameOf(operation), operation] as const))(
    "%s shows it to a member of its inbox",
    async (_, operation) => {
      const { insider, foreign } = await twoInboxes();
      const id = foreign[operation.path.split("/")[2] ?? ""];
      expect((await askWell(operation, insider, String(id))).status).toBe(200);
    },
  );

  const lists = protectedOnes.filter(({ method, path }) => method === "GET" && !path.includes("{"));
  it.each(lists.map((operation) => [nameOf(operation), operation] as const))(
    "%s tells nothing of another inbox",
    async (_, operation) => {
      const { outsider } = await twoInboxes();
      const response = await askWell(operation, outsider, "");
      expect(response.status).toBeLessThan(500);
      const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
      if (isStream) await response.body?.cancel();
      else expect(await response.text()).not.toContain(secret);
    },
  );
});

/** A well-formed question, so that the answer is about rights and not about form. */
async function askWell(
  { method, path, route }: ApiOperation,
  agent: Agent | undefined,
  id: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { query, body } = route.definition;
  const given = query ? Object.entries(sample(query) ?? {}).map(([name, value]) => [name, String(value)]) : [];
  const params = Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1] ?? "", id]));
  return ask(route, {
    method,
    path: `${path.replace(/\{\w+\}/g, id)}?${new URLSearchParams(given).toString()}`,
    params,
    headers,
    ...(agent && { agent }),
    ...(body && { body: sample(body) }),
  });
}

/** One of everything in an inbox, and an agent who belongs to another one. */
async function twoInboxes(): Promise<{ insider: Agent; outsider: Agent; foreign: Record<string, number | string> }> {
  const inbox = await build.inbox({ name: secret });
  const insider = await build.agent({ inboxIds: [inbox.id] });
  const outsider = await build.agent({ inboxIds: [(await build.inbox()).id] });
  const account = await build.account({ inboxId: inbox.id, name: secret, emailAddress: `${secret}@team.test` });
  const folder = await build.folder({ accountId: account.id });
  // Asked for under one number, like everything here.
  await build.quarantined({ folderId: folder.id, uid: folder.id, reason: secret });
  const message = await build.message({ subject: secret, preview: secret, fromName: secret, text: secret });
  const { conversationId } = message;
  await build.placement({ folderId: folder.id, messageId: message.id });
  await build.note({ conversationId, inboxId: inbox.id, text: secret });
  const attachment = await build.attachment({
    messageId: message.id,
    filename: secret,
    blob: await keepBlob(Buffer.from("a text")),
  });
  const upload = await build.attachment({ messageId: null, uploadedById: insider.id, filename: secret });
  const send = await build.send({ accountId: account.id, conversationId, agentId: insider.id });
  const draft = await build.draft({ conversationId, authorId: insider.id, subject: secret });
  const token = await build.apiToken({ agentId: insider.id, name: secret });
  const session = await build.session({ agentId: insider.id, userAgent: secret });
  const invitation = await build.invitation({ name: secret });
  const signIn = await build.signIn({ agentId: insider.id, emailAddress: `${secret}@team.test` });
  const view = await build.view({ ownerId: insider.id, name: secret, query: secret });
  const cannedReply = await build.cannedReply({ inboxId: inbox.id, name: secret, html: `<p>${secret}</p>` });
  const transfer = await build.transfer({ askedById: insider.id, title: secret });
  const spec = { kind: "import", accountId: account.id, filename: secret, sizeBytes: 1, target: null } as const;
  const brought = await build.transfer({ kind: "import", spec, askedById: insider.id, title: secret });
  const foreign = {
    accounts: account.id, folders: folder.id, conversations: conversationId, messages: message.id, attachments: attachment.id,
    uploads: upload.id, sends: send.id, drafts: draft.id, inboxes: inbox.id, tokens: token.id, sessions: session.id, invitations: invitation.id,
    "canned-replies": cannedReply.id, views: view.id, oauth: signIn.id, transfers: transfer.id, exports: transfer.id, imports: brought.id,
  }; // prettier-ignore
  return { insider, outsider, foreign };
}
