import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { open, type Entry, type ZipFile } from "yauzl";

export type ZippedFiles = Map<string, { content: Buffer; at: Date }>;

/** What a ZIP file holds, by name, as a reader that is not ours understands it. */
export async function readZip(path: string): Promise<ZippedFiles> {
  const zip = await opened(path);
  const files: ZippedFiles = new Map();
  const ended = once(zip, "end");
  zip.on("entry", (entry: Entry) => {
    void contentOf(zip, entry).then((content) => {
      if (files.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice.`);
      files.set(entry.fileName, { content, at: entry.getLastModDate() });
      zip.readEntry();
    });
  });
  zip.readEntry();
  await ended;
  return files;
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.fileName.endsWith("/")) return Promise.resolve(Buffer.alloc(0));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream))));
  });
}
