/**
 * Sends mails to a server, several in one turn at its connection, so that sync takes in many at a time of what it sees come; somebody's
 * click comes before the next mail all the same.
 */
import { messageOf } from "../../errors.ts";
import { ImapError } from "../../imap/errors.ts";
import type { ImapSession } from "../../imap/session.ts";
import type { TransferJob, TransferOutcome } from "../job.ts";
import { waiting } from "../waiting.ts";
import { failItem, type AppendItem } from "./append-item.ts";
import { appendMail } from "./append-mail.ts";
import type { MailToAppend } from "./mail-to-append.ts";
import { obstacleTo, outcomeOfError } from "./obstacle.ts";
import type { Target } from "./open-target.ts";
import type { Tally } from "./tally.ts";

/** How long new mail, and how many bytes everybody, waits for a turn at most. */
const turnMs = 300;
const turnBytes = 2_000_000;

/** @returns why it stopped before the last */
export async function appendAll(
  job: TransferJob,
  target: Target,
  items: readonly AppendItem[],
  tally: Tally,
): Promise<TransferOutcome | null> {
  const { sessions } = job;
  const { accountId } = target;
  const left = [...items];
  const uids = new Set<number>();
  while (left.length > 0) {
    if (job.signal.aborted) return waiting({ code: "stopped" }, 0);
    const obstacle = await obstacleTo(sessions, accountId);
    if (obstacle) return obstacle;
    const turn = turnOf(job, accountId);
    const appendSome = async (session: ImapSession) => {
      for (let item = left[0]; item; item = turn.isOver(item.mail) ? undefined : left[0]) {
        settle(item, await appendMail(session, target, item.mail, tally), uids);
        left.shift();
      }
    };
    try {
      await sessions.run(accountId, 3, appendSome);
    } catch (error) {
      const outcome = outcomeOfItem(left.shift(), error, accountId);
      if (outcome) return outcome;
    }
  }
  return null;
}

function turnOf({ sessions, signal }: TransferJob, accountId: number) {
  const until = performance.now() + turnMs;
  let bytes = 0;
  return {
    isOver: ({ source }: MailToAppend): boolean => {
      bytes += source.length;
      const isLeftAlone = sessions.isIdle(accountId, 1) && !sessions.holds.of(accountId, "bodies");
      return signal.aborted || !isLeftAlone || bytes > turnBytes || performance.now() > until;
    },
  };
}

/** Some keep one mail of a Message-ID (Gmail): the UID that they name then is of the one that they had. */
function settle(item: AppendItem, uid: number | null, uids: Set<number>): void {
  const isHad = uid !== null && (uid < item.facts.fromUid || uids.has(uid));
  if (uid !== null) uids.add(uid);
  item.facts = { ...item.facts, uid };
  Object.assign(item, isHad ? { state: "skipped", code: "there_already" } : { state: "done" });
}

/** @returns what the error means to all of them; null when it is settled with this one */
function outcomeOfItem(item: AppendItem | undefined, error: unknown, accountId: number): TransferOutcome | null {
  const outcome = outcomeOfError(error, accountId);
  if (!item) return outcome;
  const isCut = error instanceof ImapError && error.kind === "network";
  if (isCut) item.facts = { ...item.facts, cutCount: item.facts.cutCount + 1 };
  if (outcome) return outcome;
  const isTooLarge = error instanceof ImapError && error.kind === "too-large";
  failItem(item, isTooLarge ? "too_large" : "refused", messageOf(error).slice(0, 300));
  return null;
}
