import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { extract } from "tar";
import { integrityProblems, isInUse, open } from "#db/dialect/sqlite";
import { markRestored } from "#db/queries/mark-restored";
import { sealedSecrets } from "#db/queries/sealed-secrets";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { unseal } from "../vault.ts";
import { isBlobName, Manifest, sha256OfFile } from "./backup-format.ts";
import type { Command } from "./command.ts";

export const restore: Command = {
  usage: "FILE [--force]",
  summary:
    "Put a backup into the data folder. The server must be stopped; --force keeps what is there under another name.",
  options: { force: { type: "boolean" } },
  withoutStore: true,
  takesFile: true,
  run: async ({ values, file }) => {
    await refuseWhenOccupied(values["force"] === true);
    const staging = await mkdtemp(dataPath("restore-"));
    try {
      await unpack(resolve(file), staging);
      const manifest = await verified(staging);
      const { doubtfulSendCount, keyNote } = await prepare(join(staging, "inbox.db"), values["force"] === true);
      const replaced = await putInPlace(staging);
      const text = [
        `The state of ${manifest.createdAt} is in ${dataPath()}. Everybody signs in anew.`,
        ...(doubtfulSendCount > 0
          ? [`${doubtfulSendCount} mails that waited may have been sent since: they are looked for, not sent again.`]
          : []),
        ...(replaced ? [`What was there is kept as ${replaced}.`] : []),
        ...(keyNote ? [keyNote] : []),
      ].join("\n");
      return { text, json: { ...manifest, doubtfulSendCount, replaced } };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  },
};

async function refuseWhenOccupied(isForced: boolean): Promise<void> {
  const database = dataPath("inbox.db");
  if (existsSync(database) && isInUse(database))
    throw new AppError("conflict", `A server runs on ${dataPath()}. Stop it first.`);
  const others = (await readdir(dataPath())).filter((name) => name !== "secret.key");
  if (others.length > 0 && !isForced)
    throw new AppError(
      "conflict",
      `${dataPath()} is not empty. With --force, its database is kept under another name.`,
    );
}

/** Takes out what a backup holds and nothing else: no links, no other paths. */
async function unpack(file: string, staging: string): Promise<void> {
  if (!existsSync(file)) throw new AppError("not_found", `There is no file ${file}.`);
  await extract({
    file,
    cwd: staging,
    strict: true,
    preserveOwner: false,
    filter: (path, entry) => isOurs(path, entry),
  }).catch((error: unknown) => {
    throw new AppError("invalid", `${file} is not a whole backup.`, { cause: error });
  });
}

function isOurs(path: string, entry: object): boolean {
  const isFile = "type" in entry && (entry.type === "File" || entry.type === "Directory");
  return (
    isFile && /^(manifest\.json|inbox\.db|blobs\/?|blobs\/[0-9a-f]{2}\/?|blobs\/[0-9a-f]{2}\/[0-9a-f]{64})$/.test(path)
  );
}

async function verified(staging: string): Promise<Manifest> {
  const broken = (what: string) => new AppError("invalid", `This backup is not whole: ${what}.`);
  const text = await readFile(join(staging, "manifest.json"), "utf8").catch(() => "null");
  const manifest = Manifest.safeParse(JSON.parse(text));
  if (!manifest.success) throw broken("it has no manifest of a version known here");
  if ((await sha256OfFile(join(staging, "inbox.db"))) !== manifest.data.databaseSha256)
    throw broken("the database differs from what the manifest says");
  for (const blob of await blobsIn(staging))
    if ((await sha256OfFile(blob)) !== basename(blob)) throw broken(`${basename(blob)} was changed`);
  return manifest.data;
}

/** While it is still aside: is it sound, does the key open it; and what waited in it is marked. */
async function prepare(database: string, isForced: boolean): Promise<{ doubtfulSendCount: number; keyNote: string }> {
  const restored = open(database);
  try {
    const [problem] = integrityProblems(restored.read);
    if (problem) throw new AppError("invalid", `The database of this backup is damaged: ${problem}.`);
    const keyNote = await tryKey(await sealedSecrets(restored.read, 1));
    if (keyNote.startsWith("The key") && !isForced) throw new AppError("conflict", keyNote);
    const { doubtfulSendCount } = await restored.write((tx) => markRestored(tx, now()));
    restored.checkpoint();
    return { doubtfulSendCount, keyNote };
  } finally {
    restored.close();
  }
}

async function tryKey([first]: { accountId: number; secret: string }[]): Promise<string> {
  if (!first) return "";
  if (!env().SECRET_KEY && !existsSync(dataPath("secret.key")))
    return `Before starting, put the secret.key of this backup into ${dataPath()}, or set SECRET_KEY: its accounts' passwords need it.`;
  try {
    unseal(`accounts:secret:${first.accountId}`, first.secret);
    return "";
  } catch {
    // Which of key and secret is the wrong one cannot be told apart.
    return "The key of this data folder does not open the passwords in this backup. Put the key back that belongs to it.";
  }
}

/** @returns the name under which the database that was there is kept */
async function putInPlace(staging: string): Promise<string | null> {
  const suffix = `replaced-${now().toISOString().replaceAll(":", "")}`;
  const isReplacing = existsSync(dataPath("inbox.db"));
  for (const name of ["inbox.db", "inbox.db-wal", "inbox.db-shm"])
    if (existsSync(dataPath(name)))
      await rename(dataPath(name), dataPath(name.replace("inbox.db", `inbox.db.${suffix}`)));
  for (const blob of await blobsIn(staging)) {
    const home = dataPath("blobs", basename(blob).slice(0, 2));
    await mkdir(home, { recursive: true, mode: 0o700 });
    await rename(blob, join(home, basename(blob)));
  }
  await rename(join(staging, "inbox.db"), dataPath("inbox.db"));
  return isReplacing ? `inbox.db.${suffix}` : null;
}

async function blobsIn(staging: string): Promise<string[]> {
  const entries = await readdir(join(staging, "blobs"), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && isBlobName(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
