import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { messages, sends } from "#db/schema/index";
import { keepBlob, readBlob } from "../../blobs.ts";
import { parseSource } from "../../mime/parse-source.ts";
import { closePool } from "../../pool.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { answerInvitation } from "./answer-invitation.ts";

const organizer = "ORGANIZER;CN=Kim:mailto:kim@example.com";

async function invitation(lines: readonly string[], method = "REQUEST") {
  const account = await build.account({ senderName: "Acme Support", emailAddress: "help@acme.test" });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const folder = await build.folder({ accountId: account.id });
  const { id: messageId } = await build.message({ fromAddress: "kim@example.com", subject: "Kettles" });
  await build.placement({ messageId, folderId: folder.id });
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", `METHOD:${method}`, "BEGIN:VEVENT", "UID:1@example.com"];
  const event = ["DTSTART:20260204T150000Z", "SUMMARY:Kettles", ...lines, "END:VEVENT", "END:VCALENDAR", ""];
  const blob = await keepBlob(Buffer.from([...head, ...event].join("\r\n")));
  await build.attachment({ messageId, contentType: "text/calendar", filename: "invite.ics", blob });
  return { agent, messageId };
}

const body = { answer: "accepted" as const, idempotencyKey: "answer-key-1" };

describe("answering an invitation", () => {
  useFreshStore();
  afterAll(closePool);

  it("sends the organiser an answer for calendars from the account that was invited, once", async () => {
    const { agent, messageId } = await invitation([organizer, "ATTENDEE:mailto:help@acme.test"]);
    const taken = await answerInvitation(agent, messageId, body);
    expect(await answerInvitation(agent, messageId, body)).toEqual(taken);
    const [send] = await store().read.select().from(sends).where(eq(sends.id, taken.sendId));
    expect(send?.recipients).toEqual(["kim@example.com"]);
    const [row] = await store().read.select().from(messages).where(eq(messages.id, taken.messageId));
    const { parts, text } = await parseSource(await readBlob(row?.sourceBlob ?? ""));
    expect(parts.map(({ contentType }) => contentType)).toContain("text/calendar");
    expect(text.trim()).toBe("Accepted: Kettles");
  });

  it.each([
    ["nobody of ours is invited", [organizer, "ATTENDEE:mailto:other@acme.test"], "REQUEST"],
    ["it was called off", [organizer, "ATTENDEE:mailto:help@acme.test"], "CANCEL"],
    ["nobody asks", ["ATTENDEE:mailto:help@acme.test"], "REQUEST"],
    ["its organiser is no address", ["ORGANIZER:mailto:a b", "ATTENDEE:mailto:help@acme.test"], "REQUEST"],
  ])("is refused where %s", async (_, lines, method) => {
    const { agent, messageId } = await invitation(lines, method);
    await expect(answerInvitation(agent, messageId, body)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is nothing to who may not read it", async () => {
    const { messageId } = await invitation([organizer, "ATTENDEE:mailto:help@acme.test"]);
    const stranger = await build.agent({ inboxIds: [(await build.inbox()).id] });
    await expect(answerInvitation(stranger, messageId, body)).rejects.toMatchObject({ code: "not_found" });
  });
});
