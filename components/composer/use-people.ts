"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MailAddress } from "#lib/contracts/address";
import { keys } from "#lib/query/keys";
import { rowsOf, type ConversationList } from "#lib/query/place-row";

const peopleMax = 300;

/** Whom mail could go to: everybody in what this tab has read, each once. */
export function usePeople(): MailAddress[] {
  const client = useQueryClient();
  return useMemo(() => {
    const people = new Map<string, MailAddress>();
    for (const [, list] of client.getQueriesData<ConversationList>({ queryKey: keys.conversationLists }))
      for (const person of rowsOf(list).flatMap((row) => row.participants)) {
        if (people.size >= peopleMax) return [...people.values()];
        people.set(person.address.toLowerCase(), person);
      }
    return [...people.values()];
  }, [client]);
}
