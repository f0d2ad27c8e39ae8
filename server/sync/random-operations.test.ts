import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { conversations, conversationInboxes, folders, placements } from "#db/schema/index";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { store } from "#server/store";
import { otherClient } from "#server/testing/act-as-other-client";
import type { DovecotCapability } from "#server/testing/dovecot/dovecot-config";
import { openRawImap, type RawImap } from "#server/testing/dovecot/raw-imap";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { runSync, type RunningSync } from "#server/testing/run-sync";
import { storeDifferences } from "#server/testing/store-differences";

const user = { name: "help", password: "secret" };
const stepCount = 500;

/** Every third mail answers an earlier one. */
const mail = (id: number) =>
  [
    `Message-ID: <${id}@customer.test>`,
    ...(id % 3 === 0 ? [`In-Reply-To: <${id - 2}@customer.test>`] : []),
    "From: Ada <ada@customer.test>",
    "To: help@team.test",
    `Subject: Mail ${id}`,
    "Date: Mon, 1 Jan 2024 10:00:00 +0000",
    "",
    `Hello ${id}.`,
    "",
  ].join("\r\n");

describe.each(["qresync", "condstore", "plain"] as DovecotCapability[])("a server of kind %s", (capability) => {
  useFreshStore();
  let dovecot: Dovecot;
  let sync: RunningSync;
  let client: RawImap;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user], capability });
  });
  afterEach(async () => {
    client.close();
    await sync.stop();
  });
  afterAll(() => dovecot.stop());

  it(`equals the store after ${stepCount} random acts of another client`, async () => {
    sync = await runSync({ port: dovecot.imapPort, ...user });
    client = await openRawImap({ port: dovecot.imapPort, ...user });
    const other = otherClient(client, 7, mail);
    for (let step = 1; step <= stepCount; step += 1) {
      await other.step();
      // Sync is to meet every state of the server, not only its last.
      if (step % 5 === 0) await sleep(10);
    }
    await sync.settled(30_000);
    expect(await storeDifferences(store().read, sync.account.id, client)).toEqual([]);
    expect(await miscounts()).toEqual([]);
  }, 60_000);
});

/** What counts kept by the way say, against counting anew. */
async function miscounts(): Promise<string[]> {
  const db = store().read;
  const wrong: string[] = [];
  for (const folder of await db.select().from(folders)) {
    const count = await db.$count(placements, and(eq(placements.folderId, folder.id), isNull(placements.missingSince)));
    if (count !== folder.storedCount) wrong.push(`${folder.path} holds ${count}, says ${folder.storedCount}`);
  }
  const before = await db.select().from(conversationInboxes);
  const ids = (await db.select({ id: conversations.id }).from(conversations)).map((row) => row.id);
  await store().write((tx) => refreshConversations(tx, ids));
  const after = await db.select().from(conversationInboxes);
  const byKey = new Map(after.map((row) => [`${row.conversationId}`, JSON.stringify(row)]));
  for (const row of before) {
    if (byKey.get(`${row.conversationId}`) !== JSON.stringify(row)) wrong.push(`conversation ${row.conversationId}`);
  }
  return wrong;
}
