import { statfs } from "node:fs/promises";
import { saveWorkspaceRow } from "#db/queries/agents/workspace";
import { sealedSecrets } from "#db/queries/sealed-secrets";
import type { Readiness } from "#lib/contracts/health";
import { dataPath } from "../data-dir.ts";
import { engineFailure, engineSilenceMs } from "../engine-heartbeat.ts";
import { messageOf } from "../errors.ts";
import { store } from "../store.ts";
import { unseal } from "../vault.ts";

type Check = { ok: boolean; detail: string };

const writeLimitMs = 3000;
const freeBytesMin = 200_000_000;
const silenceMaxMs = 15_000;

/** Whether this server can do its work now; each part is tried, not remembered. */
export async function readiness(): Promise<Readiness> {
  const [database, disk, key] = await Promise.all([attempt(tryDatabase), attempt(tryDisk), attempt(tryKey)]);
  const checks = { database, disk, key, engine: tryEngine(engineSilenceMs(), engineFailure()) };
  return { ok: Object.values(checks).every((check) => check.ok), checks };
}

/**
 * @param silenceMs null when the engine has not spoken yet
 * @param failure why it ends again and again, whatever it says in between
 */
export function tryEngine(silenceMs: number | null, failure: string | null = null): Check {
  if (failure !== null) return { ok: false, detail: `The engine ends again and again: ${failure}` };
  if (silenceMs === null) return { ok: false, detail: "The engine is starting." };
  const seconds = Math.round(silenceMs / 1000);
  return { ok: silenceMs <= silenceMaxMs, detail: `The engine was heard ${seconds} s ago.` };
}

async function tryDatabase(): Promise<Check> {
  const written = store()
    .write((tx) => saveWorkspaceRow(tx, {}))
    .then(() => true);
  const isWritten = await Promise.race([written, later(writeLimitMs)]);
  return isWritten ? { ok: true, detail: "Writable." } : { ok: false, detail: "No write got through in 3 s." };
}

async function tryDisk(): Promise<Check> {
  const { bavail, bsize } = await statfs(dataPath());
  const freeBytes = bavail * bsize;
  return { ok: freeBytes >= freeBytesMin, detail: `${Math.floor(freeBytes / 1_000_000)} MB free.` };
}

async function tryKey(): Promise<Check> {
  const [first] = await sealedSecrets(store().read, 1);
  if (first) unseal(`accounts:secret:${first.accountId}`, first.secret);
  return { ok: true, detail: first ? "Opens what it sealed." : "Present." };
}

async function attempt(check: () => Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch (error) {
    return { ok: false, detail: messageOf(error) };
  }
}

function later(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
}
