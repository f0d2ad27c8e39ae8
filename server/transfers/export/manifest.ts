import type { FileHandle } from "node:fs/promises";
import type { ManifestLine } from "#lib/contracts/export-manifest";
import { cut } from "./zip/growing-zip.ts";

/** `manifest.jsonl` while it grows, beside the archive that it is put into in the end. */
export class Manifest {
  readonly #file: FileHandle;
  #bytes: number;
  #lines: string[] = [];

  private constructor(file: FileHandle, bytes: number) {
    this.#file = file;
    this.#bytes = bytes;
  }

  /** @param bytes how long it was when it was last known to be durable */
  static async open(path: string, bytes: number): Promise<Manifest> {
    return new Manifest(await cut(path, bytes), bytes);
  }

  add(line: ManifestLine): void {
    this.#lines.push(`${JSON.stringify(line)}\n`);
  }

  /** @returns its length, which is durable now */
  async sync(): Promise<number> {
    const bytes = Buffer.from(this.#lines.splice(0).join(""));
    await this.#file.write(bytes, 0, bytes.length, this.#bytes);
    this.#bytes += bytes.length;
    await this.#file.datasync();
    return this.#bytes;
  }

  /** What is durable, piece by piece. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.#bytes;) {
      const piece = Buffer.alloc(Math.min(1_000_000, this.#bytes - at));
      const { bytesRead } = await this.#file.read(piece, 0, piece.length, at);
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}
