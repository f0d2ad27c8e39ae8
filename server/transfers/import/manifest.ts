import { z } from "zod";
import { itemsByKeys, putItems, type LedgerItem } from "#db/queries/transfers/ledger";
import { ManifestLine } from "#lib/contracts/export-manifest";
import { hashOf } from "../append/mail-to-append.ts";
import { store } from "../../store.ts";
import { destinationOf, type Named } from "../copy/destination.ts";
import type { TransferJob } from "../job.ts";
import type { Listed } from "./mails-of-file.ts";
import type { Container } from "./open-container.ts";

const lineBytesMax = 256 * 1024;
const batchCount = 500;

/** Writes down what the export says of each mail, where the file is an export of ours. */
export async function keepManifest(job: TransferJob, container: Container): Promise<void> {
  for await (const member of container.isArchive ? container.members() : []) {
    if (member.name !== "manifest.jsonl") continue;
    let batch: LedgerItem[] = [];
    for await (const text of linesOf(await member.read())) {
      const line = readLine(text);
      if (!line) continue;
      const { sha256, folder, delimiter, role, account, flags, keywords, labels, receivedAt } = line;
      const facts = {
        sha256,
        folder,
        delimiter,
        role,
        account,
        flags,
        keywords,
        labels,
        receivedAt,
        isEntry: line.offset !== undefined,
      };
      batch.push({
        transferId: job.transfer.id,
        key: manifestKey(line.file, line.offset ?? 0),
        state: "pending",
        facts,
      });
      if (batch.length < batchCount) continue;
      const full = batch;
      batch = [];
      await job.step({}, (tx) => putItems(tx, full));
    }
    await job.step({}, (tx) => putItems(tx, batch));
    return;
  }
}

const Facts = ManifestLine.omit({ file: true, offset: true, length: true, uid: true, sizeBytes: true }).extend({
  labels: ManifestLine.shape.labels.default([]),
  /** One of many in its file. */
  isEntry: z.boolean().default(false),
});
export type ManifestFacts = ReturnType<typeof Facts.parse>;

export async function manifestOf(transferId: number, file: string, offset: number): Promise<ManifestFacts | null> {
  const key = manifestKey(file, offset);
  const item = (await itemsByKeys(store().read, transferId, [key])).get(key);
  return Facts.safeParse(item?.facts).data ?? null;
}

/** How a file of an export of ours is to be read. */
export const listedIn =
  (transferId: number, container: Container): Listed =>
  async (file) => {
    const first = container.isArchive ? await manifestOf(transferId, file, 0) : null;
    return first && (first.isEntry ? "mbox" : "single");
  };

/** Where the mail lay, and so belongs: of Gmail's All Mail, by its labels. */
export const placeOf = ({ folder: path, delimiter, role, labels }: ManifestFacts): Named =>
  destinationOf({ path, delimiter, role }, "", labels);

/** Names may be long. */
const manifestKey = (file: string, offset: number) => `manifest ${hashOf(Buffer.from(file))} ${offset}`;

function readLine(text: string): ManifestLine | null {
  try {
    return ManifestLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Whoever changed it by hand loses what that line said.
    return null;
  }
}

/** A line that is longer than any of ours is left out. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10)) {
      yield rest.toString("utf8", 0, at);
      rest = rest.subarray(at + 1);
    }
    if (rest.length > lineBytesMax) rest = Buffer.alloc(0);
  }
  if (rest.length > 0) yield rest.toString("utf8");
}
