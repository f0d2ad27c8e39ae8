import { firstDe } from "./first.de.ts";
import { restDe } from "./rest.de.ts";
import type { Strings } from "./strings.ts";

export const de: Strings = { ...firstDe, ...restDe };
