"use client";

import { useRouter, useSearchParams } from "next/navigation";
import type { AccountHealth } from "#lib/contracts/sync-health";

/** The account whose folders are in view stands in the URL; the only one is open unless it was closed. */
export function useOpenAccount(rows: readonly AccountHealth[]): [number | null, (accountId: number | null) => void] {
  const router = useRouter();
  const given = useSearchParams().get("account");
  const only = rows.length === 1 ? (rows[0]?.accountId ?? null) : null;
  const openId = given === null ? only : (rows.find(({ accountId }) => String(accountId) === given)?.accountId ?? null);
  const open = (accountId: number | null) =>
    router.replace(`/settings/sync-health?account=${accountId ?? "none"}`, { scroll: false });
  return [openId, open];
}
