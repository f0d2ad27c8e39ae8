import { expect, it } from "vitest";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { getContact } from "./get-contact.ts";

useFreshStore();

it("counts an address's mail as the agent's inboxes have it, and no other", async () => {
  const [ours, theirs] = [await build.account(), await build.account()];
  const agent = await build.agent({ inboxIds: [ours.inboxId] });
  const dates = ["2026-01-01T10:00:00Z", "2026-02-01T10:00:00Z", "2025-01-01T10:00:00Z"];
  for (const [index, date] of dates.entries()) {
    const { id: messageId } = await build.message({ fromAddress: "kim@example.com", receivedAt: new Date(date) });
    const account = index < 2 ? ours : theirs;
    const folder = await build.folder({ accountId: account.id, path: `Folder ${index}` });
    await build.placement({ messageId, folderId: folder.id });
  }
  expect(await getContact(agent, "kim@example.com")).toEqual({
    address: "kim@example.com",
    firstMailAt: "2026-01-01T10:00:00.000Z",
    lastMailAt: "2026-02-01T10:00:00.000Z",
    mailCount: 2,
    conversationCount: 2,
  });
  expect(await getContact(agent, "nobody@example.com")).toMatchObject({ firstMailAt: null, mailCount: 0 });
});
