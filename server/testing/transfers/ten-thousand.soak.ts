/**
 * The whole way of a mailbox: `npm run test:soak -- server/testing/transfers`, with fewer mails by `SOAK_MAILS` and one way by `-t mbox`. It
 * prints what it measured.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { stat } from "node:fs/promises";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import type { Agent } from "../../auth/agent.ts";
import { beginCopy } from "../../commands/transfers/begin-copy.ts";
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

const mailCount = Number(process.env["SOAK_MAILS"] ?? 10_000);
const formats: readonly ExportFormat[] = ["mbox", "maildir", "eml"];
const password = "secret";
const limitMs = 1_800_000;
const killCount = 3;
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
  let wanted: Record<string, string[]> = {};
  const engines: MortalEngine[] = [];
  beforeAll(async () => {
    dovecot = await startDovecot({ users: ["from", "copy", ...formats].map((name) => ({ name, password })) });
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
    (await build.account({ username: name, password, imapPort: dovecot.imapPort, imapSecurity: "none", state: "connecting" })).id; // prettier-ignore
  /** Both accounts, the first of them with all of its mail here. */
  const begun = async (to: string) => {
    const agent = await build.agent({ role: "admin" });
    const [fromId, toId] = [await connect("from"), await connect(to)];
    const engine = await startMortalEngine();
    engines.push(engine);
    const other = await dovecot.login("from");
    await until(async () => (await storeDifferences(store().read, fromId, other)).length === 0, limitMs);
    other.close();
    wanted = await mailboxContents(dovecot, { name: "from", password });
    return { agent, fromId, toId, engine };
  };
  const measured = async (id: number, engine: MortalEngine) => {
    await until(async () => ((await transferRow(id)).total ?? 0) > 0, limitMs);
    const since = performance.now();
    const kills = await untilEnded(id, engine, killCount, limitMs);
    const seconds = Math.round(performance.now() - since) / 1000;
    const { state, done, skipped, failed, report } = await transferRow(id);
    expect({ state, done, skipped, failed, kills }).toEqual({ state: "done", done: mailCount, skipped: 0, failed: 0, kills: killCount }); // prettier-ignore
    return { seconds, mailsPerSecond: Math.round(mailCount / seconds), kills, report };
  };
  const isTheSame = async (name: string) => {
    expect(Object.values(wanted).flat()).toHaveLength(mailCount);
    expect(await mailboxContents(dovecot, { name, password })).toEqual(wanted);
    expect(await mailboxContents(dovecot, { name: "from", password })).toEqual(wanted);
  };
  const bringIn = async (agent: Agent, path: string, toId: number) =>
    importFile(agent, { path, filename: "export.zip" }, toId, { folderId: null, keepsFolders: true }, 4_000_000);

  it.each(formats)(
    "go out of one account as %s and into another, killed on both ways, and are the same to the byte",
    async (format) => {
      const { agent, fromId, toId, engine } = await begun(format);
      const spec = { kind: "export", scope: { kind: "account", accountId: fromId }, format } as const;
      const { id } = await build.transfer({ askedById: agent.id, accountId: fromId, spec });
      const exported = await measured(id, engine);
      const { size: fileBytes } = await stat(exportPath(id));
      const imported = await measured(await bringIn(agent, exportPath(id), toId), engine);
      expect(imported.report?.changedCount ?? 0).toBe(0);
      tell(format, { exported: { ...exported, report: null, fileBytes }, imported: { ...imported, report: null } });
      await isTheSame(format);
    },
  );

  it("go by a copy of the account into another, killed on the way, and are the same to the byte", async () => {
    const { agent, fromId, toId, engine } = await begun("copy");
    const id = await beginCopy(agent, { fromAccountId: fromId, folderIds: null, toAccountId: toId, belowFolderId: null }); // prettier-ignore
    tell("copy", { copied: { ...(await measured(id, engine)), report: null } });
    await isTheSame("copy");
  });
});

const tell = (way: string, figures: object) => process.stdout.write(`${JSON.stringify({ way, mailCount, ...figures })}\n`); // prettier-ignore

function mail(n: number, random: ReturnType<typeof seededRandom>): string {
  const id = n % 20 === 0 ? "" : `Message-ID: <${n % 33 === 0 ? "same" : n}@customer.test>\r\n`;
  const line = `${"From here on it goes. ".repeat(1 + Math.floor(random.next() * 4))}${n}\r\n`;
  return `${id}From: c${n % 90}@customer.test\r\nTo: team@team.test\r\nSubject: Mail ${n}\r\n\r\n${line.repeat(1 + Math.floor(random.next() ** 4 * 800))}`;
}
