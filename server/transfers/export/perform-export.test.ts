import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { findTransfer } from "#db/queries/transfers/transfers";
import { ManifestLine } from "#lib/contracts/export-manifest";
import type { ExportFormat } from "#lib/contracts/vocabulary";
import type { ExportScope } from "#lib/contracts/transfer";
import { exportPath, exportWorkPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import { awkwardMails } from "../../testing/awkward-mails.ts";
import { build } from "../../testing/build.ts";
import { startDovecot, type Dovecot } from "../../testing/dovecot/start-dovecot.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { readZip, type ZippedFiles } from "../../testing/read-zip.ts";
import { encodeName } from "../../testing/scripted-imap/wire/mailbox-name.ts";
import { runSync, type RunningSync } from "../../testing/run-sync.ts";
import { startTransfers } from "../worker.ts";

const user = { name: "support", password: "secret" };
const mails = awkwardMails();
const has = (tool: string) => spawnSync(tool, ["--version"]).error === undefined;
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

describe("an export", () => {
  useFreshStore();
  let dovecot: Dovecot;
  let sync: RunningSync;

  beforeAll(async () => {
    dovecot = await startDovecot({ users: [user] });
    for (const { source, folder, flags, receivedAt } of mails)
      await dovecot.deliver(user.name, source, encodeName(folder), {
        flags: flags ?? [],
        ...(receivedAt && { receivedAt }),
      });
  });
  afterAll(() => dovecot.stop());

  const run = async (
    scope: (accountId: number) => ExportScope,
    format: ExportFormat,
    inboxOfAsker: () => Promise<{ id: number }> = () => Promise.resolve({ id: sync.account.inboxId }),
  ) => {
    sync = await runSync({ port: dovecot.imapPort, ...user }, { withOutbox: true, name: "Support" });
    await sync.settled();
    const adminId = (await build.agent({ role: "admin", inboxIds: [(await inboxOfAsker()).id] })).id;
    const spec = { kind: "export", scope: scope(sync.account.id), format } as const;
    const { id } = await build.transfer({ askedById: adminId, spec });
    const part = startTransfers(sync.sessions());
    const ended = await vi.waitFor(async () => {
      const row = await findTransfer(store().read, id);
      expect(row?.state, JSON.stringify(row)).toBe("done");
      return row;
    }, 20_000);
    await part.stop();
    await sync.stop();
    expect(existsSync(exportWorkPath(id))).toBe(false);
    return { id, row: ended, files: await readZip(exportPath(id)) };
  };

  it.each(["mbox", "maildir", "eml"] as const)(
    "as %s holds every mail byte for byte, with flags and dates",
    async (format) => {
      const { files, row } = await run((accountId) => ({ kind: "account", accountId }), format);
      expect(row).toMatchObject({ total: mails.length, done: mails.length, failed: 0 });
      const lines = manifestOf(files);
      const told = lines.map((line) => ({ ...line, keywords: line.keywords.toSorted() }));
      for (const { name, source, folder, flags = [], receivedAt } of mails) {
        const same = told.filter((line) => line.sha256 === sha256(source) && line.folder === folder);
        const expected = {
          receivedAt: receivedAt?.getTime(),
          flags: flags.filter((flag) => flag.startsWith("\\")),
          keywords: flags.filter((flag) => !flag.startsWith("\\")).toSorted(),
        };
        expect(same, name).toContainEqual(expect.objectContaining(expected));
      }
      for (const line of lines) expect(sha256(sourceIn(files, line)), line.file).toBe(line.sha256);
    },
  );

  it.skipIf(!has("unzip"))("is an archive to unzip, too", async () => {
    const { id } = await run(() => ({ kind: "everything" }), "mbox");
    const result = spawnSync("unzip", ["-t", exportPath(id)], { encoding: "utf8" });
    expect(result.stdout).toContain("No errors detected");
  });

  it.skipIf(!has("python3") || !has("unzip"))("reads the same to another program: Maildir and mbox", async () => {
    const script = `
import mailbox, sys, json, os
kind, path = sys.argv[1:]
box = mailbox.Maildir(path, create=False) if kind == "maildir" else mailbox.mbox(path, create=False)
print(json.dumps([[m["Subject"], "".join(sorted(m.get_flags()))] for m in box]))`;
    const seen: Record<string, unknown> = {};
    for (const [format, path] of [
      ["maildir", "Maildir"],
      ["mbox", "INBOX.mbox"],
    ] as const) {
      const { id } = await run((accountId) => ({ kind: "account", accountId }), format);
      const folder = await mkdtemp(join(tmpdir(), "export-"));
      spawnSync("unzip", ["-q", exportPath(id), "-d", folder]);
      const { stdout, stderr } = spawnSync("python3", ["-c", script, format, join(folder, path)], { encoding: "utf8" });
      expect(stderr).toBe("");
      seen[format] = new Set((JSON.parse(stdout) as [string, string][]).map(([subject, flags]) => `${subject} ${flags.replaceAll(/[a-zO]/g, "").replace("R", "S")}`)); // prettier-ignore
    }
    const inbox = mails.filter((mail) => mail.folder === "INBOX");
    expect(seen["maildir"]).toEqual(seen["mbox"]);
    expect(seen["maildir"]).toContain("Awkward 1 S");
    expect(inbox.length).toBeGreaterThan(5);
  });

  it("of a folder holds that folder alone", async () => {
    let folderId = 0;
    const { files } = await run((accountId) => {
      folderId = folderNamed(accountId, "Sent");
      return { kind: "folder", folderId };
    }, "eml");
    expect(new Set(manifestOf(files).map((line) => line.folder))).toEqual(new Set(["Sent"]));
  });

  it("of a search holds the conversations found, as far as its asker belongs to their inbox", async () => {
    const flagged = mails.filter((mail) => mail.flags?.includes("\\Flagged")).map((mail) => sha256(mail.source));
    const mine = await run(() => ({ kind: "search", q: "is:flagged" }), "eml");
    expect(manifestOf(mine.files).map((line) => line.sha256)).toEqual(expect.arrayContaining(flagged));
    const theirs = await run(
      () => ({ kind: "search", q: "is:flagged" }),
      "eml",
      () => build.inbox(),
    );
    expect(theirs.row).toMatchObject({ total: 0, state: "done" });
  });

  it("tells of what could not be had, and goes on", async () => {
    const lost = await build.message({ subject: "Lost" });
    const account = await build.account({ inboxId: (await build.inbox()).id, state: "live" });
    const folder = await build.folder({ accountId: account.id, backfillDone: true });
    const placement = await build.placement({ folderId: folder.id, messageId: lost.id, uid: 9 });
    const { id } = await build.transfer({
      askedById: (await build.agent({ role: "admin" })).id,
      spec: { kind: "export", scope: { kind: "folder", folderId: folder.id }, format: "eml" },
    });
    sync = await runSync({ port: dovecot.imapPort, ...user }, { withOutbox: true });
    const part = startTransfers(sync.sessions());
    await vi.waitFor(async () =>
      expect((await findTransfer(store().read, id))?.stateDetail.code).toBe("not_connected"),
    );
    await store().write(async (tx) => {
      tx.$client.prepare("update placements set missing_since = 1 where id = ?").run(placement.id);
      tx.$client.prepare("update transfers set resume_at = 0 where id = ?").run(id);
    });
    await vi.waitFor(async () => expect((await findTransfer(store().read, id))?.state).toBe("done"), 10_000);
    await part.stop();
    await sync.stop();
    const files = await readZip(exportPath(id));
    expect(files.get("not-exported.txt")?.content.toString()).toBe(`${folder.path}\t9\tgone\tLost\n`);
    expect(await findTransfer(store().read, id)).toMatchObject({ total: 1, done: 0, failed: 1 });
  });
});

function folderNamed(accountId: number, path: string): number {
  const row = store().read.$client.prepare("select id from folders where account_id = ? and path = ?").get(accountId, path); // prettier-ignore
  return (row as { id: number }).id;
}

function manifestOf(files: ZippedFiles): ManifestLine[] {
  const lines = files.get("manifest.jsonl")?.content.toString().split("\n").filter(Boolean) ?? []; // prettier-ignore
  return lines.map((line) => ManifestLine.parse(JSON.parse(line)));
}

/** By the words of the archive's README. */
function sourceIn(files: ZippedFiles, line: ManifestLine): Buffer {
  const content = files.get(line.file)?.content ?? Buffer.alloc(0);
  if (line.offset === undefined || line.length === undefined) return content;
  const entry = content.subarray(line.offset, line.offset + line.length).toString("latin1").split("\n"); // prettier-ignore
  const [, count, eol, end] = /^X-Postroom-Mail: lines=(\d+) eol=(\w+) end=(\w+)/.exec(entry[1] ?? "") ?? [];
  const text = entry.slice(1 + Number(count)).map((one) => one.replace(/^>(>*From )/, "$1")).join("\n").slice(0, end === "none" ? -2 : -1); // prettier-ignore
  return Buffer.from(eol === "crlf" ? text.replaceAll("\n", "\r\n") : text, "latin1");
}
