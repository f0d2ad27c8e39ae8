import { accountsEn } from "./accounts.en.ts";
import { commandEn } from "./command.en.ts";
import { commonEn } from "./common.en.ts";
import { composerEn } from "./composer.en.ts";
import { conversationEn } from "./conversation.en.ts";
import { foldersEn } from "./folders.en.ts";
import { inboxEn } from "./inbox.en.ts";
import { liveEn } from "./live.en.ts";
import { searchEn } from "./search.en.ts";

/** What an inbox says before anything is asked of it: all that its first load brings. */
export const firstEn = {
  /** How dates and numbers are written. */
  locale: "en-GB",
  product: "Postroom",
  common: commonEn,
  inbox: inboxEn,
  search: searchEn,
  conversation: conversationEn,
  composer: composerEn,
  command: commandEn,
  live: liveEn,
  folders: foldersEn,
  accounts: accountsEn,
};
