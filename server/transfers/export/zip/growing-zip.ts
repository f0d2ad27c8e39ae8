/**
 * A ZIP archive that grows at its end and can be taken up again where it was when `sync` last said so: what lies behind is cut off. The
 * directory of its entries and the manifest grow in files beside it and are put in when it is closed, so that memory stays the same
 * however many mails there are. A long entry is deflated piece by piece, each by itself, so that nothing has to be remembered between.
 */
import { open, rename, type FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";
import { centralRecord, endRecords, localHeader, type ZipEntry } from "./records.ts";

/** Where it is; as JSON part of the transfer's cursor. */
export type ZipPlace = {
  zipBytes: number;
  directoryBytes: number;
  entryCount: number;
  entry: { name: string; atMs: number; crc: number; rawBytes: number; packedBytes: number; headerAt: number } | null;
};

const deflate = promisify(deflateRaw);
/** A last block of nothing (RFC 1951 §3.2.6), which ends what was flushed before it. */
const lastBlock = Buffer.from([0x03, 0x00]);
const copyBytes = 1_000_000;

export const emptyZip: ZipPlace = { zipBytes: 0, directoryBytes: 0, entryCount: 0, entry: null };

export class GrowingZip {
  readonly #zip: FileHandle;
  readonly #directory: FileHandle;
  #place: ZipPlace;

  private constructor(zip: FileHandle, directory: FileHandle, place: ZipPlace) {
    this.#zip = zip;
    this.#directory = directory;
    this.#place = place;
  }

  /** @throws when the files are shorter than `place` says: they are not the ones that were left */
  static async open(zipPath: string, directoryPath: string, place: ZipPlace): Promise<GrowingZip> {
    const zip = await cut(zipPath, place.zipBytes);
    const directory = await cut(directoryPath, place.directoryBytes);
    return new GrowingZip(zip, directory, structuredClone(place));
  }

  get bytes(): number {
    return this.#place.zipBytes;
  }

  async addFile(name: string, content: Buffer, at: Date): Promise<void> {
    const packed = content.length === 0 ? content : await deflate(content);
    const isSmaller = packed.length < content.length;
    const entry: ZipEntry = {
      name,
      at,
      method: isSmaller ? 8 : 0,
      crc: crc32(content),
      rawBytes: content.length,
      packedBytes: isSmaller ? packed.length : content.length,
      headerAt: this.#place.zipBytes,
      isStreamed: false,
    };
    await this.#write(localHeader(entry));
    await this.#write(isSmaller ? packed : content);
    await this.#list(entry);
  }

  /** An entry whose length nobody knows yet; `append` to it, then `end`. */
  async begin(name: string, at: Date): Promise<void> {
    const entry = { name, atMs: at.getTime(), crc: 0, rawBytes: 0, packedBytes: 0, headerAt: this.#place.zipBytes };
    this.#place.entry = entry;
    await this.#write(localHeader(streamed(entry)));
  }

  /** @returns where in the entry it stands */
  async append(piece: Buffer): Promise<number> {
    const { entry } = this.#place;
    if (!entry) throw new Error("No entry is open.");
    const packed = await deflate(piece, { finishFlush: constants.Z_FULL_FLUSH });
    await this.#write(packed);
    const at = entry.rawBytes;
    entry.crc = crc32(piece, entry.crc);
    entry.rawBytes += piece.length;
    entry.packedBytes += packed.length;
    return at;
  }

  async end(): Promise<void> {
    const { entry } = this.#place;
    if (!entry) return;
    await this.#write(lastBlock);
    entry.packedBytes += lastBlock.length;
    const header = localHeader(streamed(entry));
    await this.#zip.write(header, 0, header.length, entry.headerAt);
    await this.#list(streamed(entry));
    this.#place.entry = null;
  }

  /** @returns its place, which is durable now */
  async sync(): Promise<ZipPlace> {
    await this.#zip.datasync();
    await this.#directory.datasync();
    return structuredClone(this.#place);
  }

  /** Whole, durable, and under its name. */
  async finish(zipPath: string, finalPath: string): Promise<number> {
    const { directoryBytes, entryCount, zipBytes: directoryAt } = this.#place;
    for (let at = 0; at < directoryBytes; at += copyBytes) {
      const piece = Buffer.alloc(Math.min(copyBytes, directoryBytes - at));
      await this.#directory.read(piece, 0, piece.length, at);
      await this.#write(piece);
    }
    await this.#write(endRecords(entryCount, directoryBytes, directoryAt));
    await this.#zip.sync();
    await rename(zipPath, finalPath);
    return this.#place.zipBytes;
  }

  async close(): Promise<void> {
    await this.#zip.close();
    await this.#directory.close();
  }

  async #write(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    await this.#zip.write(bytes, 0, bytes.length, this.#place.zipBytes);
    this.#place.zipBytes += bytes.length;
  }

  async #list(entry: ZipEntry): Promise<void> {
    const record = centralRecord(entry);
    await this.#directory.write(record, 0, record.length, this.#place.directoryBytes);
    this.#place.directoryBytes += record.length;
    this.#place.entryCount += 1;
  }
}

/** Opens a file for its owner alone, cut off behind so many bytes. */
export async function cut(path: string, bytes: number): Promise<FileHandle> {
  const file = await open(path, bytes === 0 ? "w+" : "r+", 0o600);
  if ((await file.stat()).size < bytes) {
    await file.close();
    throw new Error(`${path} is shorter than it was.`);
  }
  await file.truncate(bytes);
  return file;
}

function streamed(entry: NonNullable<ZipPlace["entry"]>): ZipEntry {
  return { ...entry, at: new Date(entry.atMs), method: 8, isStreamed: true };
}
