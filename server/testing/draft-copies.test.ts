/** Drafts on a real server: what is written here lies in Drafts there, and what lies there is gone on with here. */
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { messages, operations, placements } from "#db/schema/index";
import { SaveDraft } from "#lib/contracts/draft";
import { SendMail } from "#lib/contracts/send";
import { keepBlob } from "../blobs.ts";
import { continueDraft } from "../commands/drafts/continue-draft.ts";
import { discardDraft } from "../commands/drafts/discard-draft.ts";
import { addNewDraft, saveDraft } from "../commands/drafts/save-draft.ts";
import { queueMail } from "../commands/sends/queue-mail.ts";
import { queueReply } from "../commands/sends/queue-reply.ts";
import { doorbell } from "../events/doorbell.ts";
import { getConversation } from "../queries/conversations/get-conversation.ts";
import { getDraft } from "../queries/drafts/get-draft.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import type { DovecotCapability } from "./dovecot/dovecot-config.ts";
import { startDovecot, type Dovecot } from "./dovecot/start-dovecot.ts";
import { useFreshStore } from "./fresh-store.ts";
import { failedOperations, openOperations } from "./operations-left.ts";
import { runSync, until, type RunningSync } from "./run-sync.ts";
import { plainMail } from "./scripted-sync.ts";

const password = "secret";
const users = Array.from({ length: 12 }, (_, index) => ({ name: `help${index}@team.test`, password }));

const foreignDraft = [
  "Message-ID: <foreign-1@phone.test>", "From: Help <help@team.test>", "To: Ada <ada@customer.test>", "Bcc: boss@team.test",
  "Subject: Begun on the phone", "Date: Mon, 1 Jan 2024 10:00:00 +0000", "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "",
  "--b", 'Content-Type: multipart/related; boundary="r"', "",
  "--r", "Content-Type: text/html; charset=utf-8", "", 'Dear Ada,<br><img src="cid:pic@phone.test" alt="plan">',
  "--r", 'Content-Type: image/png; name="plan.png"', "Content-ID: <pic@phone.test>", "Content-Disposition: inline", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "--r--",
  "--b", 'Content-Type: text/csv; name="prices.csv"', "Content-ID: <csv@phone.test>",
  'Content-Disposition: attachment; filename="prices.csv"', "", "a;1", "--b--", "",
].join("\r\n"); // prettier-ignore

describe.each(["qresync", "plain"] as DovecotCapability[])("drafts on a server of kind %s", (capability) => {
  useFreshStore();
  let dovecot: Dovecot;
  let userCount = 0;
  let sync: RunningSync;
  beforeAll(async () => {
    dovecot = await startDovecot({ users, capability });
  });
  afterEach(() => sync.stop());
  afterAll(() => dovecot.stop());
  const hasUidplus = capability !== "plain";

  async function desk() {
    const name = users[(userCount += 1)]?.name ?? "";
    await dovecot.deliver(name, plainMail(1));
    const account = await runSync({ port: dovecot.imapPort, name, password }, { withOutbox: true });
    sync = account;
    await sync.settled();
    const { id: accountId, inboxId } = sync.account;
    const agent = await build.agent({ inboxIds: [inboxId] });
    const client = await sync.client();
    const [mail] = await store().read.select().from(messages);
    const conversationId = mail?.conversationId ?? 0;
    return {
      name,
      agent,
      conversationId,
      draft: (fields: Record<string, unknown>) =>
        SaveDraft.parse({ conversationId, accountId, kind: "reply", to: [{ name: "", address: "ada@customer.test" }], ...fields }), // prettier-ignore
      /** Nobody waits for ten seconds of rest. */
      rested: async () => {
        await store().write((tx) =>
          tx
            .update(operations)
            .set({ notBefore: new Date(0) })
            .where(eq(operations.kind, "save-draft")),
        );
        doorbell().ring();
        await until(async () => (await openOperations()).length === 0);
      },
      /** Sources in Drafts that are not marked as deleted. */
      there: async () => {
        await client.run("SELECT Drafts");
        const found = await client.run("UID SEARCH UNDELETED");
        const uids = (found.find((line) => line.startsWith("* SEARCH")) ?? "").split(" ").slice(2).filter(Boolean);
        const sources = [];
        for (const uid of uids) sources.push((await client.run(`UID FETCH ${uid} (FLAGS BODY.PEEK[])`)).join("\n"));
        return sources;
      },
      client,
    };
  }

  it("are saved with all that they have, and one copy follows another", async () => {
    const { agent, draft, rested, there } = await desk();
    const blob = await keepBlob(Buffer.from("a;1"));
    const file = await build.attachment({ messageId: null, uploadedById: agent.id, filename: "prices.csv", blob });
    const id = await addNewDraft(agent, draft({ text: "Dear", subject: "Re: Mail 1" }));
    expect(await there()).toEqual([]);
    await rested();
    await saveDraft(agent, id, { ...draft({ text: "Dear Ada, grüße", subject: "Re: Mail 1", attachmentIds: [file.id], bcc: [{ name: "", address: "boss@team.test" }] }) }); // prettier-ignore
    await rested();
    const [copy = "", ...others] = await there();
    expect(others).toEqual([]);
    expect(copy).toMatch(/\\Draft/);
    expect(copy).toMatch(/\\Seen/);
    for (const part of ["X-Postroom-Draft: ", "Bcc: boss@team.test", "prices.csv", "In-Reply-To: <1@customer.test>"]) expect(copy).toContain(part); // prettier-ignore
    expect(copy).toMatch(/Dear Ada, gr=C3=BC=C3=9Fe/);
  });

  it("do not show beside what is written here, and go when it is thrown away", async () => {
    const { agent, draft, rested, there, conversationId } = await desk();
    const id = await addNewDraft(agent, draft({ text: "Dear" }));
    await rested();
    await sync.settled();
    const { messages: shown } = await getConversation(agent, conversationId);
    expect(shown.map((message) => message.subject)).toEqual(["Mail 1"]);
    await discardDraft(agent, id);
    await rested();
    expect(await there()).toEqual([]);
    expect(await failedOperations()).toEqual([]);
  });

  it("go when they are sent, and the mail answers no draft", async () => {
    const { agent, draft, rested, there, conversationId } = await desk();
    const id = await addNewDraft(agent, draft({ text: "Dear" }));
    await rested();
    await sync.settled();
    const hour = new Date(Date.now() + 3_600_000).toISOString();
    const mail = { text: "Dear Ada", draftId: id, idempotencyKey: "one-and-only", sendAt: hour };
    const { messageId } = await queueReply(agent, conversationId, SendMail.parse(mail));
    await until(async () => (await there()).length === 0);
    const sent = await store().read.select().from(messages).where(eq(messages.id, messageId));
    expect(sent[0]?.inReplyTo).toBe("1@customer.test");
  });

  it("begun in another mail program are gone on with here, files and all, and replaced there", async () => {
    const { agent, name, rested, there } = await desk();
    await dovecot.deliver(name, foreignDraft, "Drafts", { flags: ["\\Draft"] });
    await sync.settled();
    const [foreign] = await store().read.select().from(messages).where(eq(messages.internetMessageId, "foreign-1@phone.test")); // prettier-ignore
    const id = await continueDraft(agent, foreign?.id ?? 0);
    const begun = await getDraft(agent, id);
    expect(begun).toMatchObject({ subject: "Begun on the phone", to: [{ address: "ada@customer.test" }], attachments: [{ filename: "plan.png", contentId: "pic@phone.test" }, { filename: "prices.csv", contentId: "" }] }); // prettier-ignore
    expect(begun.html).toContain("Dear Ada,");
    expect(begun.html).toContain('src="cid:pic@phone.test"');
    expect(await continueDraft(agent, foreign?.id ?? 0)).toBe(id);
    const { id: _id, author: _author, attachments: _files, updatedAt: _at, version: _version, ...fields } = begun;
    await saveDraft(agent, id, SaveDraft.parse({ ...fields, html: "<p>Dear Ada, gone on</p>" }));
    await rested();
    const copies = await there();
    expect(copies).toHaveLength(1);
    expect(copies[0]).toContain("gone on");
    expect(copies[0]).toContain("prices.csv");
  });

  it("begun in another mail program as text only stay so", async () => {
    const { agent, name } = await desk();
    const source =
      "From: a@team.test\r\nSubject: Text only\r\nMessage-ID: <text-1@phone.test>\r\n\r\nDear Ada,\r\n  so far\r\n";
    await dovecot.deliver(name, source, "Drafts", { flags: ["\\Draft"] });
    await sync.settled();
    const [foreign] = await store().read.select().from(messages).where(eq(messages.internetMessageId, "text-1@phone.test")); // prettier-ignore
    const begun = await getDraft(agent, await continueDraft(agent, foreign?.id ?? 0));
    expect(begun).toMatchObject({ html: "", text: expect.stringMatching(/^Dear Ada,\n {2}so far/) });
  });

  it("begun elsewhere that stand alone are new mails here, and are sent as answers to nothing", async () => {
    const { agent, name, rested, there } = await desk();
    await dovecot.deliver(name, foreignDraft, "Drafts", { flags: ["\\Draft"] });
    await sync.settled();
    const [foreign] = await store().read.select().from(messages).where(eq(messages.internetMessageId, "foreign-1@phone.test")); // prettier-ignore
    const id = await continueDraft(agent, foreign?.id ?? 0);
    const begun = await getDraft(agent, id);
    expect(begun).toMatchObject({ kind: "new", conversationId: null });
    const { id: _id, author: _author, attachments: _files, updatedAt: _at, version: _version, ...fields } = begun;
    await saveDraft(agent, id, SaveDraft.parse({ ...fields, html: "<p>Dear Ada, gone on</p>" }));
    await rested();
    await until(async () => (await there()).length === 1);
    await sync.settled();
    const hour = new Date(Date.now() + 3_600_000).toISOString();
    const mail = { text: "Dear Ada", to: fields.to, subject: "Begun", accountId: sync.account.id, draftId: id, idempotencyKey: "one-and-only", sendAt: hour }; // prettier-ignore
    const { messageId } = await queueMail(agent, SendMail.parse(mail));
    await until(async () => (await there()).length === 0);
    const [sent] = await store().read.select().from(messages).where(eq(messages.id, messageId));
    expect(sent).toMatchObject({ inReplyTo: "", references: [] });
  });

  it("of a new mail stay in one conversation while copies come and go", async () => {
    const { agent, draft, rested } = await desk();
    const copies = () => store().read.select().from(messages).where(eq(messages.subject, "Spring sale"));
    const id = await addNewDraft(
      agent,
      draft({ conversationId: null, kind: "new", subject: "Spring sale", text: "So" }),
    );
    await rested();
    await until(async () => (await copies()).length === 1);
    await sync.settled();
    await saveDraft(agent, id, draft({ conversationId: null, kind: "new", subject: "Spring sale", text: "Soon" }));
    await rested();
    await until(async () => (await copies()).length === 2);
    await sync.settled();
    expect(new Set((await copies()).map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  it("that two write at once are both kept: nobody's text is lost", async () => {
    const { agent, draft, rested, there, client, name } = await desk();
    const id = await addNewDraft(agent, draft({ text: "Ours" }));
    await rested();
    // Another program replaces our copy by its own.
    await dovecot.deliver(name, plainMail("theirs", ["X-Postroom-Draft: 1-zzz"]).replace("Hello", "Theirs"), "Drafts", { flags: ["\\Draft"] }); // prettier-ignore
    await client.run("SELECT Drafts");
    await client.run("UID STORE 1 +FLAGS (\\Deleted)");
    if (hasUidplus) await client.run("EXPUNGE");
    await saveDraft(agent, id, draft({ text: "Ours, newer" }));
    await rested();
    const copies = (await there()).join("\n");
    expect(copies).toContain("Ours, newer");
    expect(copies).toContain("Theirs");
    expect(await store().read.$count(placements)).toBeGreaterThan(0);
  });
});
