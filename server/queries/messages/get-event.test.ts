import { afterAll, describe, expect, it } from "vitest";
import { keepBlob } from "#server/blobs";
import { closePool } from "#server/pool";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getEvent } from "./get-event.ts";

const calendar = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:x",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "UID:1@example.com",
  "DTSTART:20260204T150000Z",
  "SUMMARY:Kettles",
  "ORGANIZER;CN=Kim:mailto:kim@example.com",
  "ATTENDEE:mailto:help@acme.test",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

async function invitation() {
  const account = await build.account({ emailAddress: "help@acme.test" });
  const agent = await build.agent({ inboxIds: [account.inboxId] });
  const folder = await build.folder({ accountId: account.id });
  const { id: conversationId } = await build.conversation();
  const { id: messageId } = await build.message({ conversationId, receivedAt: new Date("2026-02-01T10:00:00Z") });
  await build.placement({ messageId, folderId: folder.id });
  const blob = await keepBlob(Buffer.from(calendar));
  await build.attachment({ messageId, contentType: "text/calendar", filename: "invite.ics", blob });
  const answer = (subject: string, at: string) =>
    build.message({ conversationId, direction: "out", subject, receivedAt: new Date(at) });
  return { answer, read: async () => (await getEvent(agent, messageId)).event?.answer };
}

describe("the answer to an invitation", () => {
  useFreshStore();
  afterAll(closePool);

  it("is the one that was sent last, from wherever", async () => {
    const { answer, read } = await invitation();
    expect(await read()).toBeNull();
    await answer("Declined: Kettles", "2026-02-01T11:00:00Z");
    await answer("Accepted: Kettles", "2026-02-01T12:00:00Z");
    await answer("Re: Kettles", "2026-02-01T13:00:00Z");
    expect(await read()).toBe("accepted");
  });

  it("is none of an invitation before, nor of another event", async () => {
    const { answer, read } = await invitation();
    await answer("Accepted: Kettles", "2026-01-31T12:00:00Z");
    await answer("Accepted: Kettles, again", "2026-02-01T12:00:00Z");
    expect(await read()).toBeNull();
  });
});
