import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { access, mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { dataPath } from "./data-dir.ts";

/** Keeps content under its SHA-256, once; durable when it returns. */
export async function keepBlob(content: Uint8Array): Promise<string> {
  const hash = createHash("sha256").update(content).digest("hex");
  if (await hasBlob(hash)) return hash;
  const path = blobPath(hash);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return hash;
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
