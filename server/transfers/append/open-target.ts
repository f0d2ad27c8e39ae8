import { z } from "zod";
import { itemsByKeys, putItems } from "#db/queries/transfers/ledger";
import { ImapError } from "../../imap/errors.ts";
import type { ImapSession, SelectedFolder } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { TransferJob } from "../job.ts";
import { ThereAlready } from "./there-already.ts";

/** A folder of a server that mails are put into. */
export type Target = {
  accountId: number;
  path: string;
  uidValidity: bigint;
  /** What had a UID below when this transfer first came here was there already. */
  boundary: number;
  /** Whether mails of this folder can have the keyword. */
  keeps: (keyword: string) => boolean;
  there: ThereAlready;
};

/** Above every UID (RFC 3501 §2.3.1.1). */
export const uidMax = 4_294_967_295;

const Opened = z.object({ boundary: z.number(), uidValidity: z.string() });

/** Opens the folder, makes it when it is missing, and learns what lies there; the first time its end is written down. */
export async function openTarget(job: TransferJob, accountId: number, path: string): Promise<Target> {
  const { selected, uidNext } = await job.sessions.run(accountId, 3, async (session) => {
    const selected = await selectOrCreate(session, path);
    return { selected, uidNext: selected.uidNext ?? (await nextOf(session, selected)) };
  });
  if (selected.readOnly) throw new ImapError("no-permission", "READ-ONLY", "This folder can only be read.");
  const key = `folder ${path}`;
  const known = Opened.safeParse((await itemsByKeys(store().read, job.transfer.id, [key])).get(key)?.facts).data;
  const isSame = known?.uidValidity === String(selected.uidValidity);
  const boundary = known && isSame ? known.boundary : uidNext;
  if (!isSame) {
    const facts = { boundary, uidValidity: String(selected.uidValidity) };
    await job.step({}, (tx) => putItems(tx, [{ transferId: job.transfer.id, key, state: "pending", facts }]));
  }
  const kept = new Set(selected.permanentFlags.map((flag) => flag.toLowerCase()));
  return {
    accountId,
    path,
    uidValidity: selected.uidValidity,
    boundary,
    keeps: (keyword) => kept.has("\\*") || kept.has(keyword.toLowerCase()),
    there: await ThereAlready.of(job, { accountId, path, uidValidity: selected.uidValidity, boundary }),
  };
}

async function selectOrCreate(session: ImapSession, path: string): Promise<SelectedFolder> {
  const isListed = (await session.listFolders()).some((folder) => folder.path === path && folder.selectable);
  if (!isListed) {
    await session.createFolder(path);
    await session.subscribeFolder(path, true);
  }
  return session.select(path);
}

/** Some servers do not tell. */
async function nextOf(session: ImapSession, { messageCount }: SelectedFolder): Promise<number> {
  if (messageCount === 0) return 1;
  return ((await session.searchUids({ from: 1, to: uidMax })).at(-1) ?? 0) + 1;
}
