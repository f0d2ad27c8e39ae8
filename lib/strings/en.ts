import { accountsEn } from "./accounts.en.ts";
import { agentsEn } from "./agents.en.ts";
import { authEn } from "./auth.en.ts";
import { commandEn } from "./command.en.ts";
import { commonEn } from "./common.en.ts";
import { composerEn } from "./composer.en.ts";
import { conversationEn } from "./conversation.en.ts";
import { foldersEn } from "./folders.en.ts";
import { healthEn } from "./health.en.ts";
import { inboxEn } from "./inbox.en.ts";
import { liveEn } from "./live.en.ts";
import { oauthEn } from "./oauth.en.ts";
import { searchEn } from "./search.en.ts";
import { settingsEn } from "./settings.en.ts";
import { transfersEn } from "./transfers.en.ts";
import { setupEn } from "./setup.en.ts";
import { tourEn } from "./tour.en.ts";

export const en = {
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
  auth: authEn,
  settings: settingsEn,
  setup: setupEn,
  tour: tourEn,
  accounts: accountsEn,
  agents: agentsEn,
  health: healthEn,
  folders: foldersEn,
  oauth: oauthEn,
  transfers: transfersEn,
};
