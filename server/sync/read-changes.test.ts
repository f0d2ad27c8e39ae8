import { eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { placements } from "#db/schema/index";
import { store } from "#server/store";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { runSync, until } from "#server/testing/run-sync";
import { folderNamed, plainMail, useScriptedSync } from "#server/testing/scripted-sync";

const mailCount = 35;
/** Nothing but what is told brings changes. */
const timing = { changedRowsMax: 10, compareMs: 3_600_000, recompareMs: 3_600_000, fullScanInboxMs: 3_600_000 };

describe.each(["qresync", "condstore"] as const)(
  "changes of very many messages on a server of kind %s",
  (capabilities) => {
    useFreshStore();
    const scripted = useScriptedSync();

    async function away() {
      const { server, mailbox, start } = await scripted(mailCount, { capabilities });
      const sync = await start({ timing });
      await sync.settled();
      await sync.stop();
      const inbox = mailbox.folder("INBOX");
      const uids = inbox.messages.map(({ uid }) => uid);
      const anchor = (await folderNamed("INBOX")).modseqAnchor;
      mailbox.setFlags("INBOX", uids, { add: ["\\Seen"] });
      mailbox.expunge("INBOX", [3, 17]);
      const seenUids = async () => {
        const rows = await store()
          .read.select({ uid: placements.uid })
          .from(placements)
          .where(eq(placements.seen, true));
        return rows.map(({ uid }) => uid).sort((a, b) => a - b);
      };
      const begun = server.requests.length;
      // A later visit asks from a later state on, and is told little.
      const asked = (from = begun, since = String(anchor)) => {
        const ofThese = new RegExp(`UID FETCH (\\S+) .*CHANGEDSINCE ${since}\\b`);
        return server.requests.slice(from).flatMap(({ line }) => ofThese.exec(line)?.[1] ?? []);
      };
      return { server, sync, anchor, asked, seenUids, left: uids.filter((uid) => uid !== 3 && uid !== 17) };
    }

    it("are asked for by ranges of UIDs, the newest first, and none has more rows than can be taken", async () => {
      const { server, sync, asked, seenUids, left } = await away();
      await sync.restart();
      await until(
        async () =>
          (await seenUids()).length >= left.length && (await folderNamed("INBOX")).storedCount === left.length,
      );
      expect(asked()).toEqual(["26:35", "16:25", "6:15", "1:5"]);
      expect(
        server.requests
          .filter(({ line }) => line.includes("QRESYNC ("))
          .map(({ line }) => line)
          .join(),
      ).not.toContain("INBOX");
    });

    it("begin anew where they broke off, and nothing is passed over", async () => {
      const { server, sync, asked, seenUids, left } = await away();
      let isCut = false;
      server.setFaults(({ line }) => {
        if (isCut || !line.includes("6:15")) return undefined;
        isCut = true;
        return { drop: "middle" };
      });
      await sync.restart();
      await until(() => Promise.resolve(isCut));
      // The newest are here already.
      expect((await seenUids()).filter((uid) => uid >= 16 && uid !== 17)).toHaveLength(19);
      await until(
        async () =>
          (await folderNamed("INBOX")).storedCount === left.length && (await seenUids()).length >= left.length,
      );
      // All are asked for since the same anchor, which therefore has not moved.
      expect(asked().slice(3)).toEqual(["26:35", "16:25", "6:15", "1:5"]);
      await sync.settled();
    });

    it("of few messages in a folder of many take one question", async () => {
      const { server, sync, asked } = await away();
      await sync.restart();
      await sync.settled();
      const begun = server.requests.length;
      server.mailbox("help@team.test").setFlags("INBOX", [4, 30], { add: ["\\Flagged"] });
      const flagged = () => store().read.select().from(placements).where(eq(placements.flagged, true));
      await until(async () => (await flagged()).length === 2);
      expect(new Set(asked(begun, "\\d+"))).toEqual(new Set(["1:35"]));
    });
  },
);

describe.each(["qresync", "condstore"] as const)("changes of very many messages on Dovecot with %s", (capability) => {
  useFreshStore();
  const user = { name: "help@team.test", password: "secret" };
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user], capability });
  });
  afterAll(() => dovecot.stop());

  it("are all stored", async () => {
    for (let id = 1; id <= mailCount; id += 1) await dovecot.deliver(user.name, plainMail(id));
    const sync = await runSync({ port: dovecot.imapPort, ...user }, { timing });
    onTestFinished(() => sync.stop());
    await sync.settled();
    await sync.stop();
    const client = await dovecot.login(user.name);
    await client.run("SELECT INBOX");
    await client.run("UID STORE 1:* +FLAGS (\\Seen)");
    await client.run("UID STORE 3,17 +FLAGS (\\Deleted)");
    await client.run("UID EXPUNGE 3,17");
    client.close();
    await sync.restart();
    await sync.settled();
    const rows = await store().read.select().from(placements).where(isNull(placements.missingSince));
    expect([rows.length, rows.filter(({ seen }) => seen).length]).toEqual([mailCount - 2, mailCount - 2]);
  });
});
