/**
 * What an uploaded file holds, as a row of members: itself, or the files of a ZIP in their order. Names in an archive are read and never
 * become names on the disk; members are read as streams, so that what unpacks to more than it seems fills neither disk nor memory.
 */
import { createReadStream } from "node:fs";
import { open as openFile, stat } from "node:fs/promises";
import { openPromise, type Entry, type ZipFile } from "yauzl";

export type Member = {
  /** Its place in the container. */
  index: number;
  name: string;
  sizeBytes: number;
  modifiedAt: Date;
  /** Its bytes from an offset on. */
  read(from?: number): Promise<AsyncIterable<Uint8Array>>;
};

export type Container = { isArchive: boolean; members(): AsyncIterable<Member> };

/** The file is not what its kind says, or is made to do harm. */
export class UnreadableFile extends Error {
  readonly code: "unreadable" | "encrypted" | "unpacks_too_large";
  constructor(code: UnreadableFile["code"], options: ErrorOptions = {}) {
    super("The file cannot be read.", options);
    this.name = "UnreadableFile";
    this.code = code;
  }
}

const chunkBytes = 256 * 1024;
const membersMax = 5_000_000;
/** Mail packs to a third or so; what claims far more is made to keep us busy. */
const unpackedMax = (packedBytes: number) => Math.max(10_000_000_000, packedBytes * 100);

/** @throws UnreadableFile */
export async function openContainer(path: string, name: string): Promise<Container> {
  const { size, mtime } = await stat(path);
  if (!(await isZip(path))) {
    const read = async (from = 0) => createReadStream(path, { start: from, highWaterMark: chunkBytes });
    const sole = { index: 0, name, sizeBytes: size, modifiedAt: mtime, read };
    return {
      isArchive: false,
      members: async function* () {
        yield sole;
      },
    };
  }
  await openPromise(path).then((zip) => zip.close(), unreadable);
  return { isArchive: true, members: () => membersOf(path, size) };
}

/** A reader of ZIP files goes through one once. */
async function* membersOf(path: string, packedBytes: number): AsyncGenerator<Member> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(unreadable);
  zip.on("error", () => undefined);
  try {
    yield* filesOf(zip, packedBytes);
  } finally {
    zip.close();
  }
}

async function* filesOf(zip: ZipFile, packedBytes: number): AsyncGenerator<Member> {
  const entries = zip.eachEntry();
  let unpackedBytes = 0;
  for (let index = 0; ; index += 1) {
    const next = await entries.next().catch(unreadable);
    if (next.done) return;
    const entry: Entry = next.value;
    unpackedBytes += entry.uncompressedSize;
    if (index >= membersMax || unpackedBytes > unpackedMax(packedBytes)) throw new UnreadableFile("unpacks_too_large");
    if (entry.fileName.endsWith("/")) continue;
    if (entry.isEncrypted()) throw new UnreadableFile("encrypted");
    yield {
      index,
      name: entry.fileName,
      sizeBytes: entry.uncompressedSize,
      modifiedAt: entry.getLastModDate(),
      read: async (from = 0) => skipping(await zip.openReadStreamPromise(entry).catch(unreadable), from),
    };
  }
}

async function* skipping(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left > 0 ? chunk.subarray(left) : chunk;
    left = Math.max(0, left - chunk.length);
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await openFile(path, "r");
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.equals(Buffer.from("PK\u0003\u0004")) || buffer.equals(Buffer.from("PK\u0005\u0006"));
  } finally {
    await file.close();
  }
}

function unreadable(error: unknown): never {
  throw new UnreadableFile("unreadable", { cause: error });
}
