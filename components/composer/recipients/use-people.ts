"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import type { MailAddress } from "#lib/contracts/address";
import { keys } from "#lib/query/keys";
import { rowsOf, type ConversationList } from "#lib/query/place-row";
import { peopleOptions } from "#lib/query/search";

const shownMax = 6;

/** Whom a half-typed name or address may mean: first those whom this tab has read of, then whoever ever wrote. */
export function usePeople(typed: string, named: ReadonlySet<string>): MailAddress[] {
  const client = useQueryClient();
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const { data: found = [] } = useQuery({ ...peopleOptions(wanted), enabled: wanted.length > 1 });
  return useMemo(() => {
    if (wanted === "") return [];
    const lists = client.getQueriesData<ConversationList>({ queryKey: keys.conversationLists });
    const near = lists.flatMap(([, list]) => rowsOf(list).flatMap((row) => row.participants));
    const people = new Map<string, MailAddress>();
    for (const person of [...near.filter((each) => isMeant(each, wanted)), ...found]) {
      const key = person.address.toLowerCase();
      if (!named.has(key) && !people.has(key)) people.set(key, person);
      if (people.size >= shownMax) break;
    }
    return [...people.values()];
  }, [client, wanted, found, named]);
}

/** By the beginning of the address, of its host, or of a part of the name. */
function isMeant({ name, address }: MailAddress, wanted: string): boolean {
  const parts = [address, address.split("@")[1] ?? "", name, ...name.split(/[\s,.]+/)];
  return parts.some((part) => part.toLowerCase().startsWith(wanted));
}
