import { expect, it } from "vitest";
import { useFreshStore } from "#server/testing/fresh-store";
import { limitMessages } from "#server/testing/scripted-imap/limit-messages";
import { folderNamed, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

it.each(["qresync", "condstore"] as const)(
  "MESSAGELIMIT: nothing is lost, set aside or taken for deleted where the server (%s) does part of what it is asked",
  async (capabilities) => {
    const { server, mailbox, start } = await scripted(90, { capabilities });
    const limit = limitMessages(20, () => mailbox.contents("INBOX").map(({ uid }) => uid));
    const ours = new Set<number>();
    server.setFaults((request) => {
      // The program that the result is compared by says nothing of itself.
      if (request.command === "ID") ours.add(request.connection);
      return ours.has(request.connection) ? limit(request) : undefined;
    });
    const sync = await start();
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(90);
    mailbox.expunge("INBOX", [3, 40, 89]);
    mailbox.setFlags("INBOX", [1, 2, 50, 51, 88], { add: ["\\Seen"] });
    await sync.settled();
    expect(await folderNamed("INBOX")).toMatchObject({ storedCount: 87, quarantinedCount: 0, failureCount: 0 });
  },
);
