/** The mailbox of one run, with what happens to it and how it is compared: an ordinary one, or Gmail's. */
import type { seededRandom } from "../seeded-random.ts";
import { gmailDifferences } from "../gmail-differences.ts";
import type { StoredMessage } from "../scripted-imap/scripted-folder.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";
import { GmailMailbox } from "../scripted-imap/gmail/gmail-mailbox.ts";
import { gmailClientActs } from "./gmail-client-acts.ts";
import { labelWishDifferences } from "./label-wish-differences.ts";
import type { Ledger } from "./ledger.ts";
import { contentDifferences } from "./model-differences.ts";
import { isBeingHandled } from "./handled-mails.ts";
import { otherClientActs } from "./other-client-acts.ts";

type Options = { mailbox: ScriptedMailbox; random: ReturnType<typeof seededRandom>; ledger: Ledger; seed: number };

export type World = {
  acts: Record<string, () => string>;
  fill: (count: number) => void;
  /** How often each act comes, beside what agents do. */
  deck: Readonly<Record<string, number>>;
  differences: () => string[];
  /** What was wished of labels and is not so. */
  labelWishes: () => Promise<string[]>;
  /** Every message there is, as often as there are copies of it. */
  messages: () => Iterable<Pick<StoredMessage, "source" | "flags">>;
  /** A mail of ours has left. */
  keepSent: (source: string) => void;
  /** Nothing happens any more. */
  calm: () => void;
  /** Whether folders stay what they are, so that nothing can be taken for gone. */
  isSteady: boolean;
};

const agentsDeck = { see: 4, unsee: 3, flagIt: 2, unflagIt: 1, moveToRole: 5, moveToFolder: 3, reply: 1, restart: 1 };

export function modelWorld(options: Options): World {
  return options.mailbox instanceof GmailMailbox
    ? gmailWorld({ ...options, mailbox: options.mailbox })
    : usualWorld(options);
}

function usualWorld(options: Options): World {
  const { mailbox } = options;
  return {
    ...otherClientActs(options, isBeingHandled),
    deck: {
      deliver: 8, deliverElsewhere: 3, deliverAgain: 1, flag: 4, unflag: 2, move: 4, copy: 1, expunge: 4,
      createFolder: 1, renameFolder: 1, deleteFolder: 1, renumberFolder: 1, ...agentsDeck,
    }, // prettier-ignore
    differences: () => contentDifferences(mailbox),
    labelWishes: async () => [],
    messages: () => [...mailbox.folders.values()].flatMap((folder) => folder.messages),
    keepSent: () => undefined,
    calm: () => undefined,
    isSteady: true,
  };
}

function gmailWorld(options: Options & { mailbox: GmailMailbox }): World {
  const { mailbox, ledger, seed } = options;
  return {
    ...gmailClientActs(options),
    deck: {
      deliver: 7, deliverFiltered: 3, deliverElsewhere: 2, deliverAgain: 1, flag: 3, unflag: 1, putLabel: 5, takeLabel: 5, throwAway: 3,
      bringBack: 3, forget: 1, createLabel: 2, renameLabel: 1, deleteLabel: 1, renumber: 1, hideOrShow: 2, ...agentsDeck, label: 6,
    }, // prettier-ignore
    differences: () => gmailDifferences(mailbox),
    labelWishes: () => labelWishDifferences(mailbox, ledger),
    messages: () => mailbox.mails,
    calm: () => mailbox.showAllMail(true),
    isSteady: seed % 5 !== 0,
  };
}
