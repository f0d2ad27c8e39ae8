import { stat, statfs } from "node:fs/promises";
import { integrityProblems } from "#db/dialect/sqlite";
import { newestChangeAt } from "#db/queries/changes";
import { accountLogins } from "#db/queries/sealed-secrets";
import { unreferencedOf } from "#db/queries/timers/unreferenced-blobs";
import { blobPath, storedBlobs } from "../blobs.ts";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { messageOf } from "../errors.ts";
import { store } from "../store.ts";
import { unseal } from "../vault.ts";
import type { Command } from "./command.ts";

type Finding = { name: string; ok: boolean; detail: string };
type Login = Awaited<ReturnType<typeof accountLogins>>[number];

const freeBytesMin = 500_000_000;

export const doctor: Command = {
  usage: "[--offline]",
  summary:
    "Look at the database, the key, the disk, the clock, and the connection of every account. Exit code 1 when one is not well.",
  options: { offline: { type: "boolean" } },
  run: async ({ values }) => {
    const logins = await accountLogins(store().read);
    const findings = [
      checkDatabase(),
      await checkDisk(),
      await checkBlobs(),
      await checkClock(),
      ...logins.map(checkKey),
    ];
    if (!values["offline"]) for (const login of logins) findings.push(...(await checkConnection(login)));
    const ok = findings.every((finding) => finding.ok);
    const text = findings.map(({ name, ok, detail }) => `${ok ? "ok  " : "FAIL"}  ${name}: ${detail}`).join("\n");
    return { text, json: { ok, checks: findings }, ok };
  },
};

function checkDatabase(): Finding {
  const problems = integrityProblems(store().read);
  const detail = problems.length === 0 ? "Sound." : problems.join("; ");
  return { name: "database", ok: problems.length === 0, detail };
}

async function checkDisk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataPath());
  const freeBytes = bavail * bsize;
  return { name: "disk", ok: freeBytes >= freeBytesMin, detail: `${Math.floor(freeBytes / 1_000_000)} MB free.` };
}

/** What nothing refers to goes by itself after a day. */
async function checkBlobs(): Promise<Finding> {
  let [count, unreferencedCount, unreferencedBytes] = [0, 0, 0];
  for await (const { hashes } of storedBlobs(new Date(0))) {
    count += hashes.length;
    for (const hash of unreferencedOf(store().read, hashes)) {
      unreferencedCount += 1;
      unreferencedBytes += (await stat(blobPath(hash)).catch(() => null))?.size ?? 0;
    }
  }
  const megabytes = (unreferencedBytes / 1_000_000).toFixed(1);
  const detail = `${count} files; nothing refers to ${unreferencedCount} of them (${megabytes} MB).`;
  return { name: "blobs", ok: true, detail };
}

/** Nothing was ever stored in the future, unless the clock went back. */
async function checkClock(): Promise<Finding> {
  const newest = await newestChangeAt(store().read);
  const aheadMs = (newest?.getTime() ?? 0) - now().getTime();
  const isBehind = aheadMs > 60_000;
  const detail = isBehind
    ? `The clock is behind what was stored by ${Math.round(aheadMs / 1000)} s.`
    : now().toISOString();
  return { name: "clock", ok: !isBehind, detail };
}

function checkKey({ id, name, secret }: Login): Finding {
  try {
    unseal(`accounts:secret:${id}`, secret);
    return { name: `key of ${name}`, ok: true, detail: "Opens the password." };
  } catch (error) {
    return { name: `key of ${name}`, ok: false, detail: `Does not open the password: ${messageOf(error)}` };
  }
}

async function checkConnection(account: Login): Promise<Finding[]> {
  const { name, emailAddress, username, imap, smtp } = account;
  try {
    // Loaded here: the mail libraries would double the time that every other command takes to start.
    const { verifyAccount } = await import("../connect/verify-account.ts");
    const { withLogin } = await import("../oauth/with-login.ts");
    const found = await withLogin(account, (login) => verifyAccount({ emailAddress, username, imap, smtp, ...login }), {
      isRefused: (outcome) => outcome.imap.code === "oauth_refused",
    });
    return [
      { name: `IMAP of ${name}`, ok: found.imap.ok, detail: found.imap.detail ?? `${found.folders.length} folders.` },
      { name: `SMTP of ${name}`, ok: found.smtp.ok, detail: found.smtp.detail ?? "Takes mail." },
    ];
  } catch (error) {
    return [{ name: `connection of ${name}`, ok: false, detail: messageOf(error) }];
  }
}
