import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { setAccountArchive, setFolderArchive } from "#db/queries/transfers/archive";
import { noteUnplaced, removeUnplacedMessages } from "#db/queries/timers/unplaced-messages";
import { findTransfer } from "#db/queries/transfers/transfers";
import { messages, messageSources } from "#db/schema/index";
import { hasBlob } from "../../blobs.ts";
import { exportPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { startDovecot, type Dovecot } from "../../testing/dovecot/start-dovecot.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { readZip } from "../../testing/read-zip.ts";
import { runSync, type RunningSync } from "../../testing/run-sync.ts";
import { startTransfers } from "../worker.ts";
import { startArchive } from "./worker.ts";

const mail = (n: number) =>
  `Message-ID: <kept-${n}@customer.test>\r\nFrom: c@customer.test\r\nSubject: Mail ${n}\r\n\r\nHello ${n}\r\n`;
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("an archive", () => {
  useFreshStore();
  let dovecot: Dovecot;
  let userCount = 0;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: ["one", "two", "three"].map((name) => ({ name, password: "secret" })) });
  });
  afterAll(() => dovecot.stop());

  const kept = async () => (await store().read.select().from(messageSources)).map((row) => row.blob).sort();
  const keeps = (...texts: string[]) =>
    vi.waitFor(async () => expect(await kept()).toEqual(texts.map(sha256).sort()), 10_000);

  const connected = async (folders: Record<number, string>) => {
    const name = ["one", "two", "three"][userCount++] ?? "";
    for (const [n, folder] of Object.entries(folders)) await dovecot.deliver(name, mail(Number(n)), folder);
    const sync = await runSync({ port: dovecot.imapPort, name, password: "secret" }, { withOutbox: true });
    await sync.settled();
    return { name, sync, archive: startArchive(sync.sessions(), 50) };
  };
  const end = async ({ sync, archive }: { sync: RunningSync; archive: { stop: () => Promise<void> } }) => {
    await archive.stop();
    await sync.stop();
  };

  it("keeps every source of an account, and what comes later", async () => {
    const box = await connected({ 1: "INBOX", 2: "Archive" });
    await store().write((tx) => setAccountArchive(tx, box.sync.account.id, { archived: true, keepsDeleted: false }));
    await keeps(mail(1), mail(2));
    await dovecot.deliver(box.name, mail(3));
    await keeps(mail(1), mail(2), mail(3));
    for (const blob of await kept()) expect(await hasBlob(blob)).toBe(true);
    await end(box);
  });

  it("is of chosen folders alone, when they are chosen", async () => {
    const box = await connected({ 1: "INBOX", 2: "Archive" });
    const folder = store().read.$client.prepare("select id from folders where path = 'Archive'").get() as {
      id: number;
    };
    await store().write((tx) => setFolderArchive(tx, folder.id, true));
    await keeps(mail(2));
    await end(box);
  });

  it("keeps what was deleted for good, and an export holds it", async () => {
    const box = await connected({ 1: "INBOX", 2: "INBOX" });
    const accountId = box.sync.account.id;
    await store().write((tx) => setAccountArchive(tx, accountId, { archived: true, keepsDeleted: true }));
    await keeps(mail(1), mail(2));
    const client = await box.sync.client();
    await client.run('SELECT "INBOX"');
    await client.run("STORE 1 +FLAGS (\\Deleted)");
    await client.run("EXPUNGE");
    await box.sync.settled();
    await store().write(async (tx) => {
      tx.$client.prepare("delete from placements where missing_since is not null").run();
      const ids = (await tx.select({ id: messages.id }).from(messages)).map((row) => row.id);
      noteUnplaced(tx, ids, new Date(0));
      expect(removeUnplacedMessages(tx, new Date(), 100)).toBe(0);
    });

    const spec = { kind: "export", scope: { kind: "account", accountId }, format: "eml" } as const;
    const { id } = await build.transfer({ askedById: (await build.agent({ role: "admin" })).id, spec });
    const part = startTransfers(box.sync.sessions());
    await vi.waitFor(async () => expect((await findTransfer(store().read, id))?.state).toBe("done"), 10_000);
    await part.stop();
    await end(box);
    const names = [...(await readZip(exportPath(id))).keys()].filter((name) => name.endsWith(".eml"));
    expect(new Set(names.map((name) => name.split("/")[0]))).toEqual(new Set(["INBOX", "Kept after deletion"]));
  });
});
