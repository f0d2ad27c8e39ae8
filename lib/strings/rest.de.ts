import { agentsDe } from "./agents.de.ts";
import { authDe } from "./auth.de.ts";
import { cannedDe } from "./canned.de.ts";
import { healthDe } from "./health.de.ts";
import { oauthDe } from "./oauth.de.ts";
import { placesDe } from "./places.de.ts";
import { plainDe } from "./plain.de.ts";
import { sampleDe } from "./sample.de.ts";
import { settingsDe } from "./settings.de.ts";
import { setupDe } from "./setup.de.ts";
import { tourDe } from "./tour.de.ts";
import { transfersDe } from "./transfers.de.ts";
import type { RestStrings } from "./strings.ts";

/** What other pages say, and what is loaded after the list. */
export const restDe: RestStrings = {
  auth: authDe,
  canned: cannedDe,
  places: placesDe,
  plain: plainDe,
  sample: sampleDe,
  settings: settingsDe,
  setup: setupDe,
  tour: tourDe,
  agents: agentsDe,
  health: healthDe,
  oauth: oauthDe,
  transfers: transfersDe,
};
