import { existsSync } from "node:fs";
import { mkdtemp, open as openFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { create, replace } from "tar";
import { open } from "#db/dialect/sqlite";
import { rowCounts } from "#db/queries/row-counts";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { AppError } from "../errors.ts";
import { store } from "../store.ts";
import { isBlobName, sha256OfFile, type Manifest } from "./backup-format.ts";
import type { Command } from "./command.ts";

export const backup: Command = {
  usage: "FILE",
  summary: "Write the database and the stored files into one tar archive, while the server runs. The key is not in it.",
  takesFile: true,
  run: async ({ file }) => {
    const target = resolve(file);
    if (existsSync(target)) throw new AppError("conflict", `${target} is there already.`);
    const manifest = await write(target);
    const sizeBytes = (await stat(target)).size;
    const text = [
      `${target}: ${Math.ceil(sizeBytes / 1_000_000)} MB, ${manifest.counts["messages"]} mails.`,
      "Keep SECRET_KEY (or secret.key of the data folder) somewhere else: passwords of accounts open with it only.",
    ].join("\n");
    return { text, json: { file: target, sizeBytes, ...manifest } };
  },
};

/** Durable and whole when it appears under its name. */
async function write(target: string): Promise<Manifest> {
  const staging = await mkdtemp(join(dirname(target), ".postroom-backup-"));
  const draft = join(staging, basename(target));
  try {
    const copy = join(staging, "inbox.db");
    await store().backup(copy);
    const manifest = await describe(copy);
    await writeFile(join(staging, "manifest.json"), JSON.stringify(manifest, null, 2));
    const archive = { file: draft, portable: true, mode: 0o600 };
    await create({ ...archive, cwd: staging }, ["manifest.json", "inbox.db"]);
    // After the database: whatever it points to is there by now.
    if (existsSync(dataPath("blobs")))
      await replace({ ...archive, cwd: dataPath(), filter: isBlobOrFolder }, ["blobs"]);
    const handle = await openFile(draft, "r+");
    await handle.sync();
    await handle.close();
    await rename(draft, target);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function describe(copy: string): Promise<Manifest> {
  const database = open(copy);
  const counts = await rowCounts(database.read);
  database.checkpoint();
  database.close();
  const databaseSha256 = await sha256OfFile(copy);
  return { format: "postroom-backup", version: 1, createdAt: now().toISOString(), databaseSha256, counts };
}

/** A file still being written has a longer name. */
function isBlobOrFolder(path: string): boolean {
  const name = basename(path);
  return name === "blobs" || /^[0-9a-f]{2}$/.test(name) || isBlobName(name);
}
