import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import { beginCopy } from "../../commands/transfers/begin-copy.ts";
import { exportPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import { awkwardMails } from "../awkward-mails.ts";
import { build } from "../build.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { useFreshStore } from "../fresh-store.ts";
import { until } from "../run-sync.ts";
import { storeDifferences } from "../store-differences.ts";
import { mailboxContents } from "../transfers/mailbox-contents.ts";
import {
  importFile,
  startMortalEngine,
  transferRow,
  untilEnded,
  type MortalEngine,
} from "../transfers/transfer-mail.ts";

const password = "secret";
const source = { name: "from", password };
const plainCount = 180;
const mailCount = plainCount + awkwardMails().length;
const plain = (n: number) =>
  `Message-ID: <mail-${n}@customer.test>\r\nFrom: c@customer.test\r\nSubject: Mail ${n}\r\n\r\n${"Hello.\r\n".repeat(n % 90)}`;
const day = 86_400_000;

describe("mail that is taken to another account", () => {
  useFreshStore();
  let dovecot: Dovecot;
  let userCount = 0;
  let target = source;
  const engines: MortalEngine[] = [];
  afterEach(() => Promise.all(engines.splice(0).map((engine) => engine.stop())));
  beforeAll(async () => {
    const names = ["from", ...Array.from({ length: 9 }, (_, n) => `to${n + 1}`)];
    dovecot = await startDovecot({ users: names.map((name) => ({ name, password })) });
    for (const { folder, source: mail, ...options } of awkwardMails())
      await dovecot.deliver("from", mail, folder.replace("Ähm & Co", "&AMQ-hm &- Co"), options);
    for (let n = 1; n <= plainCount; n += 1) {
      const options = {
        flags: n % 3 ? ["\\Seen"] : ["\\Flagged", "urgent"],
        receivedAt: new Date(1_600_000_000_000 + n * day),
      };
      await dovecot.deliver("from", plain(n), n % 4 ? "INBOX" : "Archive/2024", options);
    }
  });
  afterAll(() => dovecot.stop());
  beforeEach(() => (target = { name: `to${(userCount += 1)}`, password }));

  const connect = async ({ name }: { name: string }) => {
    const { id } = await build.account({ username: name, password, imapPort: dovecot.imapPort, imapSecurity: "none", state: "connecting" }); // prettier-ignore
    return id;
  };
  const synced = async (accountId: number, name: string) => {
    const other = await dovecot.login(name);
    await until(async () => (await storeDifferences(store().read, accountId, other)).length === 0, 30_000);
    other.close();
  };
  const exported = async (accountId: number, format: ExportFormat, askedById: number) => {
    const spec = { kind: "export", scope: { kind: "account", accountId }, format } as const;
    const { id } = await build.transfer({ askedById, accountId, spec });
    await until(async () => (await transferRow(id)).state === "done", 60_000);
    return { path: exportPath(id), filename: "export.zip" };
  };

  it.each<ExportFormat>(["mbox", "maildir", "eml"])(
    "as an export by %s is the same to the byte, with its flags and dates, however often the engine is killed",
    { timeout: 240_000 },
    async (format) => {
      const agent = await build.agent({ role: "admin" });
      const [fromId, toId] = [await connect(source), await connect(target)];
      const engine = await startMortalEngine();
      engines.push(engine);
      await synced(fromId, "from");
      const file = await exported(fromId, format, agent.id);
      const top = { folderId: null, keepsFolders: true };
      const first = await importFile(agent, file, toId, top, 50_000);
      const killedWithin = await untilEnded(first, engine, format === "mbox" ? 3 : 1, 60_000);
      expect(await transferRow(first)).toMatchObject({ state: "done", done: mailCount, skipped: 0, failed: 0 });
      expect(killedWithin).toBeGreaterThan(0);
      expect((await transferRow(first)).report).toMatchObject({ summary: { mailCount, unreadableCount: 0 } });
      const wanted = await mailboxContents(dovecot, source);
      expect(await mailboxContents(dovecot, target)).toEqual(wanted);

      if (format === "mbox") {
        // Once more, whatever sync has seen of it by now: all of it is there already.
        const second = await importFile(agent, file, toId, top);
        await untilEnded(second, engine, 0, 60_000);
        expect(await transferRow(second)).toMatchObject({ state: "done", done: 0, skipped: mailCount, failed: 0 });
        expect(await mailboxContents(dovecot, target)).toEqual(wanted);
        await synced(toId, target.name);
      }
    },
  );

  it(
    "is the same in an account that it is copied to, however often the engine is killed",
    { timeout: 240_000 },
    async () => {
      const agent = await build.agent({ role: "admin" });
      const [fromId, toId] = [await connect(source), await connect(target)];
      const engine = await startMortalEngine();
      engines.push(engine);
      await synced(fromId, "from");
      const wanted = { fromAccountId: fromId, folderIds: null, toAccountId: toId, belowFolderId: null };
      const before = await mailboxContents(dovecot, source);
      const first = await beginCopy(agent, wanted);
      await until(async () => ((await transferRow(first)).total ?? 0) > 0, 60_000);
      const killedWithin = await untilEnded(first, engine, 2, 60_000);
      expect(await transferRow(first)).toMatchObject({ state: "done", done: mailCount, skipped: 0, failed: 0 });
      expect(killedWithin).toBeGreaterThan(0);
      expect(await mailboxContents(dovecot, target)).toEqual(before);
      expect(await mailboxContents(dovecot, source)).toEqual(before);
      const second = await beginCopy(agent, wanted);
      await untilEnded(second, engine, 0, 60_000);
      expect(await transferRow(second)).toMatchObject({ state: "done", done: 0, skipped: mailCount, failed: 0 });
      expect(await mailboxContents(dovecot, target)).toEqual(before);
    },
  );
});
