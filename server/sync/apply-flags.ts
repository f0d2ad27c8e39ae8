import { flagStates, unsettledFlags, updateFlags, type FlagState, type FlagUpdate } from "#db/queries/sync/placements";
import { unsettledLabels } from "#db/queries/labels/unsettled-labels";
import type { FolderRow } from "#db/queries/sync/folders";
import { applyTags, newsBetween } from "./apply-tags.ts";
import type { Db } from "#db/dialect/sqlite";
import type { Flags } from "#lib/mail/flags";
import { ownLabels } from "#lib/mail/labels";
import { openFoundTickets } from "./ticket-status.ts";

export type RemoteFlags = Flags & { uid: number; modseq: bigint | null; labels?: string[] };

/**
 * Takes over the server's flags and labels. A flag or a label that an agent has changed and the server has not been told of yet stays as the
 * agent left it.
 * @returns the conversations of the placements that are different now
 */
export async function applyFlags(tx: Db, folder: FolderRow, remote: RemoteFlags[]): Promise<number[]> {
  if (remote.length === 0) return [];
  const byUid = new Map(remote.map((row) => [row.uid, row]));
  const states = await flagStates(tx, folder.id, folder.generation, [...byUid.keys()]);
  const differing = states.filter((state) => {
    const flags = byUid.get(state.uid);
    return flags !== undefined && !isSame(state, flags, settled);
  });
  const ids = differing.map((state) => state.id);
  const unsettled = await unsettledOf(tx, ids);
  const changed = differing.filter((state) => {
    const flags = byUid.get(state.uid);
    return flags !== undefined && !isSame(state, flags, unsettled(state.id));
  });
  const merged = changed.flatMap((state) => {
    const flags = byUid.get(state.uid);
    return flags ? [{ state, update: mergedFlags(state, flags, unsettled(state.id)) }] : [];
  });
  await updateFlags(
    tx,
    merged.map(({ update }) => update),
  );
  const news = merged.map(({ state, update }) =>
    Object.assign(newsBetween(wordsOf(state), wordsOf(update)), { conversationId: state.conversationId }),
  );
  await applyTags(tx, folder.accountId, news, false);
  if (folder.holdsLabels) {
    const found = merged.filter(({ state, update }) => !isInInbox(state.labels) && isInInbox(update.labels));
    await openFoundTickets(tx, [...new Set(found.map(({ state }) => state.conversationId))]);
  }
  return [...new Set(changed.map((state) => state.conversationId))];
}

const wordsOf = ({ keywords, labels }: Pick<FlagState, "keywords" | "labels">) =>
  [keywords, labels].flatMap((list) => (list === "[]" ? [] : (JSON.parse(list) as string[])));

const isInInbox = (labels: string): boolean => (JSON.parse(labels) as string[]).includes(ownLabels.inbox);

/** What agents have changed and the server has not been told of yet. */
type Unsettled = { flags: ReadonlySet<string>; labels: ReadonlySet<string> };

const nothing: ReadonlySet<string> = new Set();
const settled: Unsettled = { flags: nothing, labels: nothing };

async function unsettledOf(tx: Db, placementIds: number[]): Promise<(placementId: number) => Unsettled> {
  if (placementIds.length === 0) return () => settled;
  const flags = await unsettledFlags(tx, placementIds);
  const labels = await unsettledLabels(tx, placementIds);
  return (id) => ({ flags: flags.get(id) ?? nothing, labels: labels.get(id) ?? nothing });
}

const systemFlags = {
  seen: "\\Seen",
  flagged: "\\Flagged",
  answered: "\\Answered",
  draft: "\\Draft",
  deleted: "\\Deleted",
} as const;
const names = ["seen", "flagged", "answered", "draft", "deleted"] as const;

/** MODSEQ is left out: alone it makes no difference to anybody. */
function isSame(state: FlagState, remote: RemoteFlags, unsettled: Unsettled): boolean {
  const merged = mergedFlags(state, remote, unsettled);
  return (
    names.every((name) => merged[name] === state[name]) &&
    merged.keywords === state.keywords &&
    merged.labels === state.labels
  );
}

function mergedFlags(state: FlagState, remote: RemoteFlags, unsettled: Unsettled): FlagUpdate {
  const field = (name: (typeof names)[number]) =>
    unsettled.flags.has(systemFlags[name]) ? state[name] : remote[name] ? 1 : 0;
  return {
    id: state.id,
    modseq: remote.modseq?.toString() ?? state.modseq,
    seen: field("seen"),
    flagged: field("flagged"),
    answered: field("answered"),
    draft: field("draft"),
    deleted: field("deleted"),
    keywords: mergedKeywords(state, remote, unsettled.flags),
    labels: mergedLabels(state, remote, unsettled),
  };
}

/** Label by label, as flags. */
function mergedLabels(state: FlagState, { labels }: RemoteFlags, { labels: unsettled }: Unsettled): string {
  if (!labels || (unsettled.size === 0 && JSON.stringify(labels) === state.labels)) return state.labels;
  const local = JSON.parse(state.labels) as string[];
  const kept = local.filter((label) => unsettled.has(label));
  const taken = labels.filter((label) => !unsettled.has(label));
  return JSON.stringify([...new Set([...kept, ...taken])].sort());
}

function mergedKeywords(state: FlagState, remote: RemoteFlags, unsettled: ReadonlySet<string>): string {
  if (unsettled.size === 0) return JSON.stringify(remote.keywords);
  const local = JSON.parse(state.keywords) as string[];
  const kept = local.filter((keyword) => unsettled.has(keyword));
  const taken = remote.keywords.filter((keyword) => !unsettled.has(keyword));
  return JSON.stringify([...new Set([...kept, ...taken])].sort());
}
