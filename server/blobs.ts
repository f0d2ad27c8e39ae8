import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { access, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { now } from "./clock.ts";
import { dataPath } from "./data-dir.ts";

/** Keeps content under its SHA-256, once; durable when it returns. */
export async function keepBlob(content: Uint8Array): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex");
  if (await freshenBlob(hash)) return hash;
  const path = blobPath(hash);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  // Whatever the bundler cannot name, it would take the whole project for.
  const file = await open(/* turbopackIgnore: true */ draft, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return hash;
}

/** Whoever is about to refer to content that is here already keeps it from being swept away. @returns whether it is here */
export async function freshenBlob(hash: string): Promise<boolean> {
  try {
    await utimes(blobPath(hash), now(), now());
    return true;
  } catch (error) {
    if (isFileMissing(error)) return false;
    throw error;
  }
}

/**
 * Takes content away. It is put out of the way first and looked at then: what was kept anew since `before` goes back, and whoever keeps it
 * from that moment on finds nothing and writes it again.
 * @returns how many bytes that freed; 0 when it stays, or was not there
 */
export async function removeBlob(hash: string, before: Date): Promise<number> {
  const path = blobPath(hash);
  const leaving = path + leavingEnd;
  try {
    await rename(path, leaving);
  } catch (error) {
    if (isFileMissing(error)) return 0;
    throw error;
  }
  const { mtime, size } = await stat(leaving);
  const isFresh = mtime >= before;
  if (isFresh) await rename(leaving, path);
  else await rm(leaving, { force: true });
  return isFresh ? 0 : size;
}

const leavingEnd = ".leaving";

/** Names of what lies here, a folder at a time. What was left half written or half removed before `before` is put right by the way. */
export async function* storedBlobs(before: Date): AsyncGenerator<{ prefix: string; hashes: string[] }> {
  for (const prefix of await namesIn(dataPath("blobs"))) {
    if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
    const folder = dataPath("blobs", prefix);
    const names = await namesIn(folder);
    for (const name of names) if (name.includes(".")) await tidy(join(folder, name), before);
    yield { prefix, hashes: (await namesIn(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name)) };
  }
}

async function tidy(path: string, before: Date): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found || found.ctime >= before) return;
  const kept = path.slice(0, path.lastIndexOf("."));
  const isLost = path.endsWith(leavingEnd) && !(await stat(kept).catch(() => null));
  if (isLost) await rename(path, kept);
  else await rm(path, { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isFileMissing(error)) return [];
    throw error;
  }
}

export async function readBlob(hash: string): Promise<Buffer> {
  return readFile(blobPath(hash));
}

export function streamBlob(hash: string): ReadStream {
  return createReadStream(blobPath(hash));
}

export async function hasBlob(hash: string): Promise<boolean> {
  return access(blobPath(hash)).then(
    () => true,
    () => false,
  );
}

/** Where content lies, for who reads a part of it. */
export function blobPath(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error("Not a blob's name.");
  return dataPath("blobs", hash.slice(0, 2), hash);
}

const isFileMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";
