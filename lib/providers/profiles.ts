import { generic } from "./generic.ts";
import { googleProfiles } from "./google.ts";
import { hosterProfiles } from "./hosters.ts";
import { microsoftProfiles } from "./microsoft.ts";
import type { ProviderProfile } from "./profile.ts";
import { sampleProfile } from "./sample.ts";
import { serviceProfiles } from "./services.ts";
import { softwareProfiles } from "./software.ts";
import { yahooProfiles } from "./yahoo.ts";

/** All that is known. The first that fits wins, so what is special stands before what is general. */
export const profiles: readonly ProviderProfile[] = [
  ...googleProfiles,
  ...microsoftProfiles,
  ...yahooProfiles,
  ...serviceProfiles,
  ...hosterProfiles,
  ...softwareProfiles,
  sampleProfile,
  generic,
];
