import { accountsDe } from "./accounts.de.ts";
import { agentsDe } from "./agents.de.ts";
import { authDe } from "./auth.de.ts";
import { commandDe } from "./command.de.ts";
import { commonDe } from "./common.de.ts";
import { composerDe } from "./composer.de.ts";
import { conversationDe } from "./conversation.de.ts";
import { foldersDe } from "./folders.de.ts";
import { healthDe } from "./health.de.ts";
import { inboxDe } from "./inbox.de.ts";
import { liveDe } from "./live.de.ts";
import { oauthDe } from "./oauth.de.ts";
import { searchDe } from "./search.de.ts";
import { settingsDe } from "./settings.de.ts";
import { transfersDe } from "./transfers.de.ts";
import { setupDe } from "./setup.de.ts";
import { tourDe } from "./tour.de.ts";
import type { Strings } from "./strings.ts";

export const de: Strings = {
  locale: "de-DE",
  product: "Postroom",
  common: commonDe,
  inbox: inboxDe,
  search: searchDe,
  conversation: conversationDe,
  composer: composerDe,
  command: commandDe,
  live: liveDe,
  auth: authDe,
  settings: settingsDe,
  setup: setupDe,
  tour: tourDe,
  accounts: accountsDe,
  agents: agentsDe,
  health: healthDe,
  folders: foldersDe,
  oauth: oauthDe,
  transfers: transfersDe,
};
