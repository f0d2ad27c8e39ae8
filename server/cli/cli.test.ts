import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { open } from "#db/dialect/sqlite";
import { queueFolders, updateComparison, updateFolderComparison, wishComparison } from "#db/queries/health/comparisons";
import { addError } from "#db/queries/health/errors";
import { addTraffic, setConnections } from "#db/queries/health/traffic";
import { operations, sends } from "#db/schema/index";
import { AccountHealthDetails } from "#lib/contracts/sync-health";
import { identify } from "../auth/identify.ts";
import { keepBlob } from "../blobs.ts";
import { signIn } from "../commands/agents/sign-in.ts";
import { dataPath } from "../data-dir.ts";
import { env } from "../env.ts";
import { listAgents } from "../queries/agents/list-agents.ts";
import { listInboxes } from "../queries/inboxes/list-inboxes.ts";
import { readInvitation } from "../queries/agents/read-invitation.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { operator } from "./command.ts";

const Status = z.object({ accounts: z.array(AccountHealthDetails.extend({ id: z.number() })) });

const folders: string[] = [];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "postroom-cli-"));
  folders.push(folder);
  return folder;
}

/** As an operator runs it, on the data folder of this test, which this process has open like a server would. */
async function inbox(words: string[], { stdin = "", ...variables }: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "server/cli/main.ts", ...words], {
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      DATA_DIR: env().DATA_DIR,
      SECRET_KEY: env().SECRET_KEY,
      ALLOW_PRIVATE_HOSTS: "127.0.0.0/8",
      LOG_LEVEL: "trace",
      ...variables,
    },
  });
  child.stdin.end(stdin);
  const closed = new Promise<number | null>((resolve) => child.on("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await closed, stdout, stderr };
}

describe("the command line", { timeout: 120_000 }, () => {
  useFreshStore();
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it("adds an agent with a password, who can sign in, while a server has the database open", async () => {
    const words = ["agent", "add", "--email", "Ada@acme.test", "--name", "Ada", "--role", "admin"];
    const { code, stdout } = await inbox([...words, "--password-stdin", "--json"], {
      stdin: "correct horse battery\n",
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ emailAddress: "ada@acme.test", role: "admin", state: "active" });
    const browser = { ipAddress: "203.0.113.3", userAgent: "", replacedSessionId: null };
    const started = await signIn({ ...browser, emailAddress: "ada@acme.test", password: "correct horse battery" });
    expect(started).toBeDefined();
    expect((await listInboxes(operator)).items).toMatchObject([{ name: "Support", memberIds: [started?.agentId] }]);
    const again = await inbox([...words, "--password-stdin"], { stdin: "correct horse battery" });
    expect([again.code, again.stderr.trim()]).toEqual([1, "ada@acme.test is an agent already."]);
  });

  it("prints an invitation link, a table of agents, and a token that works", async () => {
    const invited = await inbox(["agent", "add", "--email", "eve@acme.test", "--name", "Eve", "--role", "agent"], {
      APP_URL: "https://inbox.acme.test",
    });
    const link = /^https:\/\/inbox\.acme\.test\/invite\/(\S+)$/m.exec(invited.stdout)?.[1] ?? "";
    expect(await readInvitation(link)).toMatchObject({ kind: "invite", emailAddress: "eve@acme.test" });
    const agent = await build.agent({ emailAddress: "bob@acme.test", name: "Bob", passwordHash: "x" });
    const listed = await inbox(["agent", "list"]);
    expect(listed.stdout).toMatch(/bob@acme\.test +Bob +agent +active/);
    expect(listed.stdout).toMatch(/eve@acme\.test +Eve +agent +invited/);
    const made = await inbox(["token", "add", "--agent", "Bob@acme.test", "--name", "CI", "--scope", "read"]);
    const identity = await identify(new Headers({ authorization: `Bearer ${made.stdout.trim()}` }));
    expect(identity).toMatchObject({ via: "token", scope: "read", agent: { id: agent.id } });
    expect((await inbox(["token", "add", "--agent", "eve@acme.test", "--name", "CI"])).code).toBe(1);
  });

  it("says how it is used, with exit code 2", async () => {
    const wrong = [[], ["agent", "fly"], ["agent", "list", "extra"], ["status", "--x"]];
    for (const { code, stderr, stdout } of await Promise.all(wrong.map((words) => inbox(words)))) {
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("--help");
    }
    const short = await inbox(
      ["agent", "add", "--email", "a@b.test", "--name", "A", "--role", "agent", "--password-stdin"],
      { stdin: "x" },
    );
    expect([short.code, short.stderr]).toEqual([2, expect.stringContaining("12 characters")]);
    const [json, help, port] = await Promise.all([
      inbox(["agent", "add", "--json"]),
      inbox(["--help"]),
      inbox(["status"], { PORT: "many" }),
    ]);
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: "usage" } });
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining("restore FILE")]);
    expect([port.code, port.stderr]).toEqual([1, expect.stringContaining("PORT")]);
  });

  it("tells of accounts, of what waits, and of what is not well", async () => {
    const account = await build.account({ name: "Help", imapPort: 1, smtpPort: 1, password: "canary-password" });
    await build.operation({ accountId: account.id });
    await build.send({ accountId: account.id });
    const listed = await inbox(["account", "list", "--json"]);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      items: [{ id: account.id, emailAddress: account.emailAddress, state: "live" }],
    });
    const status = JSON.parse((await inbox(["status", "--json"])).stdout);
    expect(status).toMatchObject({ queues: { operations: { pending: 1 }, sends: { queued: 1 }, quarantined: 0 } });
    const sick = await inbox(["doctor", "--json"]);
    expect(sick.code).toBe(1);
    const Finding = z.object({ checks: z.array(z.object({ name: z.string(), ok: z.boolean() })) });
    const failed = Finding.parse(JSON.parse(sick.stdout)).checks.filter((check) => !check.ok);
    expect(failed.map((check) => check.name)).toEqual(["IMAP of Help", "SMTP of Help"]);
    expect(listed.stdout + sick.stdout + sick.stderr).not.toContain("canary-password");
    const offline = await inbox(["doctor", "--offline"]);
    expect(offline.stdout).toContain("ok    blobs: 0 files; nothing refers to 0 of them");
    expect([offline.code, offline.stdout]).toEqual([0, expect.stringContaining("ok    key of Help")]);
    const otherKey = await inbox(["doctor", "--offline"], { SECRET_KEY: randomBytes(32).toString("base64") });
    expect([otherKey.code, otherKey.stdout]).toEqual([1, expect.stringContaining("FAIL  key of Help")]);
  });

  it("tells how accounts and folders do, as the page of sync health does", async () => {
    const account = await build.account({ lastSyncedAt: new Date(), password: "canary-password" });
    const folder = await build.folder({ accountId: account.id, uidValidity: 77n, serverCount: 12, storedCount: 12 });
    await build.quarantined({ folderId: folder.id });
    await store().write(async (tx) => {
      const at = new Date();
      addTraffic(tx, [{ accountId: account.id, sentBytes: 500, receivedBytes: 1500 }], at);
      setConnections(tx, account.id, { count: 2, seat: "kept" }, at);
      await addError(
        tx,
        { accountId: account.id, folderId: folder.id, code: "server_error", detail: "It said \u001b[31mNO." },
        at,
      );
      await wishComparison(tx, account.id, at);
      await updateComparison(tx, account.id, { state: "done", endedAt: at });
      await queueFolders(tx, account.id, [folder.id]);
      await updateFolderComparison(tx, folder.id, { state: "done", totalCount: 12, equalCount: 12, endedAt: at });
    });
    const { accounts } = Status.parse(JSON.parse((await inbox(["status", "--json"])).stdout));
    expect(accounts).toMatchObject([
      {
        id: account.id,
        connectionCount: 2,
        traffic: { sentBytes: 500, receivedBytes: 1500 },
        comparison: { state: "done", equalCount: 12, totalCount: 12 },
        folders: [{ path: "INBOX", uidValidity: "77", serverCount: 12, storedCount: 12, quarantinedCount: 1 }],
        errors: [{ code: "server_error", folder: "INBOX" }],
      },
    ]);
    const { stdout } = await inbox(["status"]);
    expect(stdout).toMatch(/live +\d+ s +\S+ +2 +2\skB .* 12 of 12 equal/);
    expect(stdout).toMatch(/INBOX +77 +12 +12 +1 +12 of 12 equal/);
    expect(stdout).toContain("It said  [31mNO.");
    expect(stdout).not.toContain("canary-password");
  });

  it("brings a backup back elsewhere, with what waited in it never sent again by itself", async () => {
    const { agentId } = await build.session({ agentId: (await build.agent({ name: "Ada", passwordHash: "x" })).id });
    const account = await build.account();
    const send = await build.send({ accountId: account.id, agentId, state: "retrying" });
    await build.operation({ accountId: account.id, sendId: send.id, kind: "send", payload: { kind: "send" } });
    const blob = await keepBlob(Buffer.from("an attachment"));
    writeFileSync(`${dataPath("blobs", blob.slice(0, 2), blob)}.half-written`, "draft");
    const [file, target] = [join(temporaryFolder(), "backup.tar"), temporaryFolder()];
    const saved = await inbox(["backup", file, "--json"]);
    expect(JSON.parse(saved.stdout)).toMatchObject({ file, counts: { agents: 1, accounts: 1, sends: 1 } });
    expect((await inbox(["backup", file])).code).toBe(1);

    const restored = await inbox(["restore", file, "--json"], { DATA_DIR: target });
    expect([restored.code, restored.stderr]).toEqual([0, ""]);
    expect(JSON.parse(restored.stdout)).toMatchObject({ doubtfulSendCount: 1, replaced: null });
    expect(
      readdirSync(target, { recursive: true })
        .map(String)
        .filter((name) => !/-(wal|shm)$/.test(name))
        .sort(),
    ).toEqual(["blobs", `blobs/${blob.slice(0, 2)}`, `blobs/${blob.slice(0, 2)}/${blob}`, "inbox.db"].sort());
    const copy = open(join(target, "inbox.db"));
    const states = [...(await copy.read.select().from(sends)), ...(await copy.read.select().from(operations))].map(
      (row) => row.state,
    );
    copy.close();
    expect(states).toEqual(["uncertain", "uncertain"]);
    expect((await inbox(["agent", "list"], { DATA_DIR: target })).stdout).toContain("Ada");
    expect((await inbox(["doctor", "--offline"], { DATA_DIR: target })).code).toBe(0);
  });

  it("does not restore over a running server, over data, under a wrong key, or what was changed", async () => {
    await build.account();
    const [file, target] = [join(temporaryFolder(), "backup.tar"), temporaryFolder()];
    await inbox(["backup", file]);
    const running = await inbox(["restore", file, "--force"]);
    expect([running.code, running.stderr]).toEqual([1, expect.stringContaining("A server runs")]);
    const wrongKey = await inbox(["restore", file], {
      DATA_DIR: target,
      SECRET_KEY: randomBytes(32).toString("base64"),
    });
    expect([wrongKey.code, wrongKey.stderr]).toEqual([1, expect.stringContaining("does not open")]);
    expect(readdirSync(target)).toEqual([]);

    expect((await inbox(["restore", file], { DATA_DIR: target })).code).toBe(0);
    const occupied = await inbox(["restore", file], { DATA_DIR: target });
    expect([occupied.code, occupied.stderr]).toEqual([1, expect.stringContaining("not empty")]);
    const forced = await inbox(["restore", file, "--force", "--json"], { DATA_DIR: target });
    const { replaced } = z.object({ replaced: z.string() }).parse(JSON.parse(forced.stdout));
    expect(readdirSync(target)).toContain(replaced);

    const broken = join(temporaryFolder(), "broken.tar");
    writeFileSync(broken, "not a tar at all".repeat(100));
    appendFileSync(broken, randomBytes(2048));
    expect((await inbox(["restore", broken], { DATA_DIR: temporaryFolder() })).code).toBe(1);
    expect((await listAgents(null)).items).toEqual([]);
    expect(store().dataVersion()).toBeGreaterThan(0);
  });
});
