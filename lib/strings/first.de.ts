import { accountsDe } from "./accounts.de.ts";
import { commandDe } from "./command.de.ts";
import { commonDe } from "./common.de.ts";
import { composerDe } from "./composer.de.ts";
import { conversationDe } from "./conversation.de.ts";
import { foldersDe } from "./folders.de.ts";
import { inboxDe } from "./inbox.de.ts";
import { liveDe } from "./live.de.ts";
import { searchDe } from "./search.de.ts";
import type { FirstStrings } from "./strings.ts";

/** What an inbox says before anything is asked of it: all that its first load brings. */
export const firstDe: FirstStrings = {
  /** How dates and numbers are written. */
  locale: "de-DE",
  product: "Postroom",
  common: commonDe,
  inbox: inboxDe,
  search: searchDe,
  conversation: conversationDe,
  composer: composerDe,
  command: commandDe,
  live: liveDe,
  folders: foldersDe,
  accounts: accountsDe,
};
