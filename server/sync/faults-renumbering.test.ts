import { expect, it } from "vitest";
import { useFreshStore } from "#server/testing/fresh-store";
import { messageIdOf } from "#server/testing/model/ledger";
import { shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

it("A server that changes UIDVALIDITY and cuts its answer short is not believed to have kept its UIDs", async () => {
  const { server, mailbox, start } = await scripted(20);
  const sync = await start();
  await sync.settled();
  let cutCount = 0;
  server.setFaults(({ line }) => {
    if (!/BODYSTRUCTURE/.test(line) || cutCount > 0) return undefined;
    cutCount += 1;
    return { rewrite: (lines) => lines.slice(0, 3) };
  });
  // All above the fifth move down by one.
  mailbox.expunge("INBOX", [5]);
  await sync.settled();
  mailbox.folder("INBOX").renumber();
  mailbox.deliver("Message-ID: <late@customer.test>\r\n\r\nLate.\r\n");
  await sync.settled();
  const there = mailbox.contents("INBOX").map(({ uid, source }) => `${uid} ${messageIdOf(source)}`);
  expect((await shownIn("INBOX")).map(({ uid, id }) => `${uid} ${id}`)).toEqual(there);
  expect(cutCount).toBe(1);
});
