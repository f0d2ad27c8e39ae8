import { statfs } from "node:fs/promises";
import { insertTransfer } from "#db/queries/transfers/transfers";
import type { NewImport } from "#lib/contracts/transfer";
import { cleanText } from "#lib/mail/clean-text";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { dataPath } from "../../data-dir.ts";
import { env } from "../../env.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { requireWritableAccount } from "./require-writable-account.ts";

/** What everything else keeps for itself. */
const reserveBytes = 300_000_000;
/** An upload that nobody goes on with. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Makes room for a file that is to be imported; it is uploaded piece by piece. */
export async function beginImport(agent: Agent, { accountId, filename, sizeBytes }: NewImport): Promise<number> {
  await requireRoom(sizeBytes);
  return commit(async (tx, changed) => {
    const account = await requireWritableAccount(tx, agent, accountId);
    const name = cleanText(filename.split(/[\\/]/).at(-1) ?? "").slice(0, 200) || "mail";
    const { id } = await insertTransfer(tx, {
      kind: "import",
      askedById: agent.id,
      accountId,
      spec: { kind: "import", accountId, filename: name, sizeBytes, target: null },
      title: `${name} → ${account.name}`,
      state: "waiting",
      stateDetail: { code: "uploading" },
      resumeAt: new Date(now().getTime() + keptMs),
      createdAt: now(),
    });
    changed({ type: "transfer.changed", transferId: id, askedById: agent.id });
    return id;
  });
}

async function requireRoom(sizeBytes: number): Promise<void> {
  const most = env().IMPORT_BYTES_MAX;
  if (sizeBytes > most)
    throw new AppError("too_large", `A file to be imported may have ${Math.floor(most / 1e6)} MB at most.`);
  const { bavail, bsize } = await statfs(dataPath());
  const freeBytes = Math.max(0, bavail * bsize - reserveBytes);
  if (sizeBytes > freeBytes)
    throw new AppError(
      "too_large",
      `There is room for ${Math.floor(freeBytes / 1e6)} MB on the server's disk, which is too little.`,
    );
}
