import { commonDe } from "./common.de.ts";
import { en } from "./en.ts";
import { liveDe } from "./live.de.ts";
import type { Strings } from "./strings.ts";

export const de: Strings = { ...en, locale: "de-DE", common: commonDe, live: liveDe };
