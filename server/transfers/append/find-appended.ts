import { claimsOn } from "#db/queries/transfers/ledger";
import type { HeaderRow, ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { TransferJob } from "../job.ts";
import { AppendFacts } from "./append-facts.ts";
import { hashOf, printOf, secondOf } from "./mail-to-append.ts";
import { uidMax, type Target } from "./open-target.ts";

type Claim = { key: string; facts: AppendFacts };

const windowCount = 250;

/**
 * Looks for mails that may have been put into the folder: among what came there since, one each. @returns UIDs by key of those that are
 * there
 */
export async function findAppended(
  job: TransferJob,
  target: Target,
  intended: readonly Claim[],
): Promise<Map<string, number>> {
  const fromUid = Math.min(...intended.map((claim) => fromUidOf(claim, target)));
  const claims = (await claimsOn(store().read, job.transfer.id, target.path, fromUid)).map((row) => ({
    key: row.key,
    isDone: row.state === "done",
    facts: AppendFacts.parse(row.facts),
  }));
  const named = new Set(claims.filter((claim) => claim.isDone).map((claim) => claim.facts.uid));
  // Where a server names no UIDs, those that are done have to be told from those that are looked for.
  const open = [...claims.filter((claim) => claim.isDone && claim.facts.uid === null), ...intended];
  const rows = (await rowsSince(job, target, fromUid)).filter((row) => !named.has(row.uid));
  return match(job, target, open, rows);
}

/** Of a folder that was numbered anew nothing can be left out. */
function fromUidOf({ facts }: Claim, target: Target): number {
  return facts.uidValidity === String(target.uidValidity) ? facts.fromUid : 1;
}

async function rowsSince(job: TransferJob, target: Target, fromUid: number): Promise<HeaderRow[]> {
  const uids = await job.sessions.run(target.accountId, 3, async (session) => {
    // Anew, so that it is seen what came since.
    await session.select(target.path);
    return session.searchUids({ from: fromUid, to: uidMax });
  });
  const rows: HeaderRow[] = [];
  for (let at = 0; at < uids.length; at += windowCount) {
    const batch = await inTarget(job, target, (session) => session.fetchHeaders(uids.slice(at, at + windowCount)));
    rows.push(...batch.rows);
  }
  return rows.sort((a, b) => a.uid - b.uid);
}

/** First what is the same to the byte; then, for servers that change what they are given, what has the same head and time. */
async function match(job: TransferJob, target: Target, claims: readonly Claim[], rows: readonly HeaderRow[]) {
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const hashes = new Map<number, string>();
  const hashAt = async ({ uid, sizeBytes }: HeaderRow) => {
    const known = hashes.get(uid);
    if (known !== undefined) return known;
    const source = await inTarget(job, target, (session) => session.fetchSource(uid, sizeBytes + 1));
    const hash = source ? hashOf(source) : "";
    hashes.set(uid, hash);
    return hash;
  };
  const isSame = async ({ facts }: Claim, row: HeaderRow) =>
    [facts.sizeBytes, facts.crlfBytes].includes(row.sizeBytes) &&
    [facts.sha256, facts.crlfSha256].includes(await hashAt(row));
  const isAlike = ({ facts }: Claim, row: HeaderRow) =>
    Promise.resolve(
      facts.print !== "" && printOf(row.headers) === facts.print && secondOf(row.receivedAt) === facts.receivedSecond,
    );
  for (const fits of [isSame, isAlike]) {
    for (const claim of claims.filter(({ key }) => !found.has(key))) {
      for (const row of rows) {
        if (taken.has(row.uid) || !(await fits(claim, row))) continue;
        taken.add(row.uid);
        found.set(claim.key, row.uid);
        break;
      }
    }
  }
  return found;
}

function inTarget<T>(job: TransferJob, target: Target, work: (session: ImapSession) => Promise<T>): Promise<T> {
  return job.sessions.run(target.accountId, 3, async (session) => {
    if (session.selectedPath !== target.path) await session.select(target.path);
    return work(session);
  });
}
