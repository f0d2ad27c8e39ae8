import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { changeTransfer } from "#db/queries/transfers/transfers";
import type { ImportFile } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { importedBytes, importPath } from "../../import-files.ts";
import { singleton } from "../../singleton.ts";
import { store } from "../../store.ts";
import { requireImport } from "./require-import.ts";

/** One writer a file: whoever lost its connection may come again before we have noticed. */
const writing = () => singleton("imports being written", () => new Set<number>());

/**
 * Takes the next piece of a file, as `Content-Range: bytes 0-1048575/5000000` says where it belongs (RFC 9110 §14.4). What came of a piece
 * before the connection broke is kept: ask how much is here and go on from there. The last piece begins the look through the file.
 */
export async function receiveImportFile(agent: Agent, transferId: number, request: Request): Promise<ImportFile> {
  const { spec } = await requireImport(store().read, agent, transferId, "uploading");
  const range = rangeOf(request.headers.get("content-range"), spec.sizeBytes);
  if (writing().has(transferId)) throw new AppError("conflict", "Another piece of this file is just coming in.");
  writing().add(transferId);
  try {
    await append(transferId, range, request);
    const receivedBytes = await importedBytes(transferId);
    if (receivedBytes === spec.sizeBytes) await beginScan(agent, transferId);
    return { receivedBytes, sizeBytes: spec.sizeBytes };
  } finally {
    writing().delete(transferId);
  }
}

type Range = { first: number; last: number };

function rangeOf(header: string | null, sizeBytes: number): Range {
  const [, first, last, size] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header ?? "") ?? [];
  const range = { first: Number(first), last: Number(last) };
  const isRight = Number(size) === sizeBytes && range.first <= range.last && range.last < sizeBytes;
  if (!isRight) throw new AppError("malformed", `Send a piece with Content-Range: bytes first-last/${sizeBytes}.`);
  return range;
}

/** Written and durable when it returns; never more than the range says. */
async function append(transferId: number, { first, last }: Range, { body }: Request): Promise<void> {
  await mkdir(dirname(importPath(transferId)), { recursive: true, mode: 0o700 });
  const file = await open(importPath(transferId), "a", 0o600);
  try {
    const { size } = await file.stat();
    if (size !== first)
      throw new AppError("conflict", `${size} bytes of the file are here: go on from there.`, {
        extra: { receivedBytes: size },
      });
    let left = last - first + 1;
    for await (const chunk of body ?? []) {
      if (chunk.byteLength > left) throw new AppError("malformed", "The piece is longer than its Content-Range says.");
      await file.appendFile(chunk);
      left -= chunk.byteLength;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function beginScan(agent: Agent, transferId: number): Promise<void> {
  await commit(async (tx, changed) => {
    const { askedById } = await requireImport(tx, agent, transferId, "uploading");
    const change = { state: "queued", stateDetail: { code: "" }, resumeAt: null, cursor: { phase: "scan" } } as const;
    await changeTransfer(tx, transferId, change);
    changed({ type: "transfer.changed", transferId, askedById });
  });
}
