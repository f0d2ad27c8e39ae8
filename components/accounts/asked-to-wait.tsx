"use client";

import { dayAndTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";
import { useNow } from "../ui/use-now.ts";

/** "Gmail asked us to wait until 14:20", on the reader's clock. */
export function AskedToWait({ providerName, until }: { providerName: string; until: string }) {
  const strings = useStrings();
  const now = useNow();
  const { askedToWait, theMailServer } = strings.accounts;
  const when = now === null ? "" : dayAndTime(new Date(until), now, strings.locale, strings.common.timeWithin);
  return askedToWait(providerName || theMailServer, when);
}

/** Whether it waits because its server asked for it. */
export function isAsked({ state, stateCode }: { state: string; stateCode: string }): boolean {
  return state === "waiting" && (stateCode === "throttled" || stateCode === "bandwidth");
}
