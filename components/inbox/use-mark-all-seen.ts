"use client";

import type { ConversationFilter } from "#lib/inbox-location";
import { getUnseen } from "#lib/query/conversations";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { toast } from "../ui/toast.ts";
import { useActs } from "./use-acts.ts";

/** Marks everything that a place shows as seen, whether a list has it or not; taken back like any other act. */
export function useMarkAllSeen(): (filter: ConversationFilter) => Promise<void> {
  const words = useStrings().places;
  const { actOnRows } = useActs();
  const tellFailure = useTellFailure();
  return async (filter) => {
    try {
      const rows = await getUnseen(filter);
      if (rows.length === 0) toast(words.nothingUnseen);
      else actOnRows(rows, { kind: "seen", seen: true });
    } catch (error) {
      tellFailure(error);
    }
  };
}
