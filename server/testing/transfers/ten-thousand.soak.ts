/** The whole way of a mailbox: `npm run test:soak -- server/testing/transfers`. It prints what it measured. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { stat } from "node:fs/promises";
import { exportPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import { awkwardMails } from "../awkward-mails.ts";
import { build } from "../build.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { useFreshStore } from "../fresh-store.ts";
import { until } from "../run-sync.ts";
import { encodeName } from "../scripted-imap/wire/mailbox-name.ts";
import { seededRandom } from "../seeded-random.ts";
import { storeDifferences } from "../store-differences.ts";
import { mailboxContents } from "./mailbox-contents.ts";
import { importFile, startMortalEngine, transferRow, untilEnded, type MortalEngine } from "./transfer-mail.ts";

const mailCount = 10_000;
const password = "secret";
const limitMs = 900_000;
const folders = ["INBOX", "INBOX", "Sent", "Archive", "Archive/2024", "Projects", "Projects/Größe & Co", "Trash"];
const flagSets = [
  [],
  ["\\Seen"],
  ["\\Seen", "\\Answered"],
  ["\\Flagged", "urgent"],
  ["\\Seen", "$Forwarded", "NonJunk"],
  ["\\Draft"],
];

describe("ten thousand mails", () => {
  useFreshStore();
  let dovecot: Dovecot;
  const engines: MortalEngine[] = [];
  beforeAll(async () => {
    dovecot = await startDovecot({ users: ["from", "to"].map((name) => ({ name, password })) });
    const random = seededRandom(10_000);
    const awkward = awkwardMails();
    for (let n = 0; n < mailCount; n += 1) {
      const one = n % 50 === 0 ? awkward[(n / 50) % awkward.length] : undefined;
      const folder = encodeName(one?.folder ?? random.pick(folders));
      const receivedAt =
        one?.receivedAt ?? new Date(1_200_000_000_000 + Math.floor(random.next() * 500_000_000) * 1000);
      const flags = one?.flags ?? random.pick(flagSets);
      await dovecot.deliver("from", one?.source ?? mail(n, random), folder, { flags, receivedAt });
    }
  }, 600_000);
  afterEach(() => Promise.all(engines.splice(0).map((engine) => engine.stop())));
  afterAll(() => dovecot.stop());

  const connect = async (name: string) =>
    build.account({ username: name, password, imapPort: dovecot.imapPort, imapSecurity: "none", state: "connecting" });

  it("go out of one account and into another, killed on both ways, and are the same to the byte", async () => {
    const agent = await build.agent({ role: "admin" });
    const [from, to] = [await connect("from"), await connect("to")];
    const engine = await startMortalEngine();
    engines.push(engine);
    const other = await dovecot.login("from");
    await until(async () => (await storeDifferences(store().read, from.id, other)).length === 0, limitMs);
    other.close();
    const since = performance.now();
    const spec = { kind: "export", scope: { kind: "account", accountId: from.id }, format: "mbox" } as const;
    const { id } = await build.transfer({ askedById: agent.id, accountId: from.id, spec });
    await until(async () => ((await transferRow(id)).total ?? 0) > 0, limitMs);
    const exportKills = await untilEnded(id, engine, 2, limitMs);
    const exportedMs = performance.now() - since;
    const { size } = await stat(exportPath(id));
    const file = { path: exportPath(id), filename: "export.zip" };
    const begunAt = performance.now();
    const brought = await importFile(agent, file, to.id, { folderId: null, keepsFolders: true }, 4_000_000);
    const seenAt = performance.now();
    const importKills = await untilEnded(brought, engine, 3, limitMs);
    const importedMs = performance.now() - seenAt;
    const row = await transferRow(brought);
    const figures = {
      exportKills,
      exportedMs,
      fileBytes: size,
      scannedMs: seenAt - begunAt,
      importKills,
      importedMs,
      row,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    expect(row).toMatchObject({ state: "done", done: mailCount, skipped: 0, failed: 0 });
    expect([exportKills, importKills]).toEqual([2, 3]);
    const [wanted, got] = [
      await mailboxContents(dovecot, { name: "from", password }),
      await mailboxContents(dovecot, { name: "to", password }),
    ];
    expect(Object.values(wanted).flat()).toHaveLength(mailCount);
    expect(got).toEqual(wanted);
  });
});

function mail(n: number, random: ReturnType<typeof seededRandom>): string {
  const id = n % 20 === 0 ? "" : `Message-ID: <${n % 33 === 0 ? "same" : n}@customer.test>\r\n`;
  const line = `${"From here on it goes. ".repeat(1 + Math.floor(random.next() * 4))}${n}\r\n`;
  return `${id}From: c${n % 90}@customer.test\r\nTo: team@team.test\r\nSubject: Mail ${n}\r\n\r\n${line.repeat(1 + Math.floor(random.next() ** 4 * 800))}`;
}
