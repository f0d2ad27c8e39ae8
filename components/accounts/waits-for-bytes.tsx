"use client";

import type { HoldScope } from "#lib/contracts/vocabulary";
import { dayAndTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";
import { useNow } from "../ui/use-now.ts";

/** "Texts ahead of need wait until 14:20 …", on the reader's clock. */
export function WaitsForBytes({ scope, until }: { scope: HoldScope; until: string }) {
  const strings = useStrings();
  const now = useNow();
  const when = now === null ? "" : dayAndTime(new Date(until), now, strings.locale, strings.common.timeWithin);
  return strings.health.budget.waitsForBytes(strings.health.budget.scopes[scope], when);
}
