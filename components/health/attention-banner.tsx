"use client";

import { useQuery } from "@tanstack/react-query";
import { Suspense, useSyncExternalStore } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { meOptions } from "#lib/query/agents";
import { later } from "../ui/later.tsx";
import { useStored } from "../ui/use-stored.ts";

const AlertLine = later(async () => (await import("./alert-line.tsx")).AlertLine);

/** Admins hear of accounts in inboxes that are not theirs, too, of which the stream tells them nothing. */
const refetchInterval = 60_000;
const never = () => () => undefined;
const isText = (value: unknown): value is string => typeof value === "string";

/** Tells admins of accounts that have needed somebody for an hour, or that somebody has to sign in to again, until they work again or were noted. */
export function AttentionBanner() {
  const { data: me } = useQuery(meOptions());
  const isAdmin = me?.role === "admin";
  const { data: accounts = [] } = useQuery({
    ...accountsOptions(),
    refetchInterval: isAdmin ? refetchInterval : false,
  });
  const alerted = isAdmin ? accounts.filter(({ alertedAt }) => alertedAt !== null) : [];
  const [noted, setNoted] = useStored<string>("notedAlerts", isText, "");
  const key = alerted.map(({ id, alertedAt }) => `${id}@${alertedAt}`).join(" ");
  // Not in what the server writes, which cannot know what was noted here.
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const isShown = isInBrowser && alerted.length > 0 && noted !== key;
  return (
    <output className="block empty:hidden">
      <Suspense>{isShown && <AlertLine alerted={alerted} onDismiss={() => setNoted(key)} />}</Suspense>
    </output>
  );
}
