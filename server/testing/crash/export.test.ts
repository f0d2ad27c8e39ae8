import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTransfer } from "#db/queries/transfers/transfers";
import { ManifestLine } from "#lib/contracts/export-manifest";
import { exportPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import { build } from "../build.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { useFreshStore } from "../fresh-store.ts";
import { readZip } from "../read-zip.ts";
import { until } from "../run-sync.ts";
import { storeDifferences } from "../store-differences.ts";
import { killVictim, startVictim } from "./start-victim.ts";

const killCount = 4;
const mailCount = 360;
const user = { name: "support", password: "secret" };
const mail = (n: number) =>
  `Message-ID: <mail-${n}@customer.test>\r\nFrom: c@customer.test\r\nSubject: Mail ${n}\r\n\r\n${"Hello.\r\n".repeat(n)}`;

describe("an export that is killed in the middle", () => {
  useFreshStore();
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user] });
    for (let n = 1; n <= mailCount; n += 1) await dovecot.deliver(user.name, mail(n), n % 3 ? "INBOX" : "Archive");
  });
  afterAll(() => dovecot.stop());

  it.each(["mbox", "eml"] as const)("holds every mail once as %s", { timeout: 120_000 }, async (format) => {
    const { id: accountId } = await build.account({
      username: user.name,
      password: user.password,
      imapPort: dovecot.imapPort,
      imapSecurity: "none",
      state: "connecting",
    });
    const other = await dovecot.login(user.name);
    let victim = await startVictim(new Set(), ["--rest"]);
    await until(async () => (await storeDifferences(store().read, accountId, other)).length === 0, 30_000);
    other.close();
    const askedById = (await build.agent({ role: "admin" })).id;
    const spec = { kind: "export", scope: { kind: "account", accountId }, format } as const;
    const { id } = await build.transfer({ askedById, accountId, spec });
    const row = () => findTransfer(store().read, id);
    let isKilledWithin = 0;
    for (let kill = 0, done = 0; kill < killCount; kill += 1) {
      await until(async () => ((await row())?.done ?? 0) > done || (await row())?.state === "done", 30_000);
      await killVictim(victim);
      done = (await row())?.done ?? 0;
      if ((await row())?.state === "running" && done > 0) isKilledWithin += 1;
      victim = await startVictim(new Set(), ["--rest"]);
    }
    await until(async () => (await row())?.state === "done", 60_000);
    await killVictim(victim);

    expect(isKilledWithin).toBeGreaterThan(1);
    expect(await row()).toMatchObject({ total: mailCount, done: mailCount, failed: 0 });
    const files = await readZip(exportPath(id));
    const lines = files.get("manifest.jsonl")?.content.toString().trimEnd().split("\n") ?? [];
    const hashes = lines.map((line) => ManifestLine.parse(JSON.parse(line)).sha256);
    expect(hashes).toHaveLength(mailCount);
    expect(new Set(hashes).size).toBe(mailCount);
    const mails = [...files]
      .filter(([name]) => /\.(?:mbox|eml)$/.test(name))
      .map(([, { content }]) => content.toString());
    const ids = mails.flatMap((text) => text.match(/^Message-ID: .*$/gm) ?? []);
    expect(ids).toHaveLength(mailCount);
    expect(new Set(ids).size).toBe(mailCount);
  });
});
