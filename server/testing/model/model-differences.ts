/** In what the store differs from the mailbox that it mirrors; all of these are empty when they are the same. */
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { folders, messages, operations, placements, quarantine, sends } from "#db/schema/index";
import { joinFlags } from "#lib/mail/flags";
import { store } from "../../store.ts";
import { miscounts } from "../miscounts.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";
import { messageIdOf } from "./ledger.ts";

/** Folders, UIDs, flags, and which mail it is that lies under each UID. */
export async function contentDifferences(mailbox: ScriptedMailbox): Promise<string[]> {
  const db = store().read;
  const stored = await db
    .select()
    .from(folders)
    .where(and(isNull(folders.missingSince), eq(folders.selectable, true)));
  const rows = await db
    .select({ placement: placements, id: messages.internetMessageId })
    .from(placements)
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(isNull(placements.missingSince));
  const byFolder = Map.groupBy(rows, ({ placement }) => placement.folderId);
  const there = [...mailbox.folders.keys()];
  const differences = there
    .filter((path) => !stored.some((row) => row.path === path))
    .map((path) => `${path}: not stored`);
  for (const folder of stored) {
    const remote = mailbox.folders.get(folder.path);
    if (!remote) {
      differences.push(`${folder.path}: not on the server`);
      continue;
    }
    const kept = byFolder.get(folder.id) ?? [];
    const current = kept.filter(({ placement }) => placement.generation === folder.generation);
    if (kept.length > current.length) differences.push(`${folder.path}: ${kept.length - current.length} of a former generation`); // prettier-ignore
    if (Number(folder.uidValidity) !== remote.uidValidity) differences.push(`${folder.path}: UIDVALIDITY is not known`);
    const hereByUid = new Map(
      current.map(({ placement, id }) => [placement.uid, `<${id}> ${flagText(joinFlags(placement))}`]),
    );
    const thereByUid = new Map(remote.messages.map(({ uid, source, flags }) => [uid, `<${messageIdOf(source)}> ${flagText(flags)}`])); // prettier-ignore
    for (const uid of new Set([...hereByUid.keys(), ...thereByUid.keys()])) {
      const [here, wanted] = [hereByUid.get(uid), thereByUid.get(uid)];
      if (here !== wanted)
        differences.push(`${folder.path} ${uid}: here ${here ?? "nothing"}, there ${wanted ?? "nothing"}`);
    }
  }
  return differences;
}

const flagText = (flags: Iterable<string>) =>
  [...flags]
    .filter((flag) => flag !== "\\Recent")
    .sort()
    .join(" ");

export type Waiting = { what: string; until: Date | null };

/**
 * What is still to be done, and when it is due; null for whatever is under way. A mail that was moved without the server's telling
 * where to is held for the grace, until it turns up; one that lies where it was, marked \\Deleted, has left without going.
 */
export async function unfinished(graceMs: number): Promise<Waiting[]> {
  const db = store().read;
  const held = await db
    .select({ id: placements.id, settledAt: operations.settledAt })
    .from(placements)
    .innerJoin(
      operations,
      and(eq(operations.placementId, placements.id), eq(operations.kind, "move"), eq(operations.state, "done")),
    ) // prettier-ignore
    .where(and(isNotNull(placements.movingToFolderId), eq(placements.deleted, false), isNull(placements.missingSince)));
  const open = await db
    .select()
    .from(operations)
    .where(inArray(operations.state, ["pending", "inflight", "uncertain"]));
  const aside = await db.select().from(quarantine);
  const parked = await db.select().from(folders).where(isNotNull(folders.parkedUntil));
  return [
    ...open.map((row) => ({
      what: `operation ${row.id} ${row.kind} is ${row.state} after ${row.attemptCount} attempts: ${row.lastError}`,
      until: row.state === "inflight" ? null : row.notBefore,
    })),
    ...aside.map((row) => ({ what: `folder ${row.folderId} UID ${row.uid} is set aside`, until: row.nextAttemptAt })),
    ...held.map((row) => ({
      what: `placement ${row.id} was moved and has not turned up`,
      until: new Date((row.settledAt?.getTime() ?? 0) + graceMs + 1),
    })),
    ...parked.map((row) => ({ what: `${row.path} is left alone: ${row.failureDetail}`, until: row.parkedUntil })),
  ];
}

/** Counts that are kept by the way, sends that went astray, and what was missing and is not gone. */
export async function bookDifferences(): Promise<string[]> {
  const db = store().read;
  const missing = await db.select().from(placements).where(isNotNull(placements.missingSince));
  const unsent = (await db.select().from(sends)).filter((send) => send.state !== "sent");
  return [
    ...missing.map(
      (row) => `placement ${row.id}: UID ${row.uid} of folder ${row.folderId} is missing for good and still here`,
    ),
    ...unsent.map((send) => `send ${send.id} is ${send.state}: ${send.lastError}`),
    ...(await miscounts()),
  ];
}
