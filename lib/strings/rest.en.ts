import { agentsEn } from "./agents.en.ts";
import { authEn } from "./auth.en.ts";
import { cannedEn } from "./canned.en.ts";
import { healthEn } from "./health.en.ts";
import { oauthEn } from "./oauth.en.ts";
import { placesEn } from "./places.en.ts";
import { plainEn } from "./plain.en.ts";
import { sampleEn } from "./sample.en.ts";
import { settingsEn } from "./settings.en.ts";
import { setupEn } from "./setup.en.ts";
import { tourEn } from "./tour.en.ts";
import { transfersEn } from "./transfers.en.ts";

/** What other pages say, and what is loaded after the list. */
export const restEn = {
  auth: authEn,
  canned: cannedEn,
  places: placesEn,
  plain: plainEn,
  sample: sampleEn,
  settings: settingsEn,
  setup: setupEn,
  tour: tourEn,
  agents: agentsEn,
  health: healthEn,
  oauth: oauthEn,
  transfers: transfersEn,
};
