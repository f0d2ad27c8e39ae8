import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";
import { wasResynced } from "./imapflow-internals.ts";
import { translated } from "./run-command.ts";
import type { SelectedFolder } from "./session.ts";
import { expandRanges } from "./uid-set.ts";

export type Resync = { uidValidity: bigint; modseq: bigint; knownUidMax: number };

/** Values that SELECT itself answered: imapflow raises its own with every row it sees afterwards. */
export type SelectAnswer = { highestModseq: bigint | null; uidNext: number | null };

export async function selectFolder(
  connection: Connection,
  path: string,
  answer: SelectAnswer,
  resync?: Resync,
): Promise<SelectedFolder> {
  const { client, capabilities, events } = connection;
  const isResync = resync !== undefined && capabilities.qresync;
  const anchor = isResync ? { changedSince: resync.modseq, uidValidity: resync.uidValidity } : {};
  const open = () => {
    answer.highestModseq = null;
    answer.uidNext = null;
    return translated(connection, "select", () => events.gather(null, () => client.mailboxOpen(path, anchor)));
  };
  let opened = await open();
  // An answer without UIDVALIDITY was cut short, or the server has none (RFC 3501 §6.3.1): asked again, the two are told apart.
  if (opened.result && !opened.result.uidValidity) opened = await open();
  const { result: mailbox, staging } = opened;
  // imapflow answers nothing at all when the session is not logged in any more.
  if (!mailbox) throw new ImapError("network", "connection_lost", "The connection to the mail server was lost.");
  const knowsModseq = capabilities.condstore && !mailbox.noModseq;
  return {
    path: mailbox.path,
    uidValidity: mailbox.uidValidity ?? 0n,
    uidNext: answer.uidNext,
    messageCount: mailbox.exists ?? 0,
    highestModseq: knowsModseq ? answer.highestModseq : null,
    readOnly: mailbox.readOnly ?? false,
    permanentFlags: [...(mailbox.permanentFlags ?? ["\\*"])],
    mailboxId: mailbox.mailboxId ?? null,
    resync:
      isResync && wasResynced(mailbox)
        ? {
            flags: staging.flags,
            // Without known UIDs a server may name every UID that ever was (RFC 7162 §3.2.5.2).
            vanished: expandRanges(staging.vanished, { from: 1, to: resync.knownUidMax }),
          }
        : null,
  };
}
