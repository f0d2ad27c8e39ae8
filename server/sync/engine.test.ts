import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { foldersOf } from "#db/queries/sync/folders";
import { conversations, messages } from "#db/schema/index";
import { store } from "#server/store";
import type { DovecotCapability } from "#server/testing/dovecot/dovecot-config";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { runSync, type RunningSync } from "#server/testing/run-sync";

const user = { name: "help", password: "secret" };
const mail = (id: number | string, extra = "") =>
  `Message-ID: <${id}@customer.test>\r\nFrom: Ada <ada@customer.test>\r\nTo: help@team.test\r\nSubject: Mail ${id}\r\n` +
  `Date: Mon, 1 Jan 2024 10:00:00 +0000\r\n${extra}\r\nHello ${id}.\r\n`;

describe.each(["qresync", "condstore", "plain"] as DovecotCapability[])(
  "sync with a server of kind %s",
  (capability) => {
    useFreshStore();
    let dovecot: Dovecot;
    let sync: RunningSync | null = null;
    beforeAll(async () => {
      dovecot = await startDovecot({ users: [user], capability });
    });
    afterEach(async () => {
      await sync?.stop();
      sync = null;
    });
    afterAll(() => dovecot.stop());

    it("brings what is there and follows what happens", async () => {
      for (let id = 1; id <= 120; id += 1) await dovecot.deliver(user.name, mail(id));
      await dovecot.deliver(user.name, mail("sent"), "Sent");
      sync = await runSync({ port: dovecot.imapPort, ...user });
      await sync.settled();
      expect(await store().read.$count(messages)).toBe(121);
      expect(await store().read.$count(conversations)).toBe(121);
      const client = await sync.client();
      await client.run("SELECT INBOX");
      await client.run("UID STORE 5:10 +FLAGS (\\Seen \\Flagged)");
      await client.run("UID STORE 20 +FLAGS (\\Deleted)");
      await client.run("EXPUNGE");
      await client.append("INBOX", mail("new"));
      await sync.settled();
      const inbox = (await foldersOf(store().read, sync.account.id)).find((folder) => folder.path === "INBOX");
      expect(inbox).toMatchObject({ storedCount: 120, serverCount: 120, role: "inbox" });
    });
  },
);
