"use client";

import { useQuery } from "@tanstack/react-query";
import type { ConversationFilter } from "#lib/inbox-location";
import { accountsOptions, foldersOptions } from "#lib/query/accounts";
import { inboxesOptions } from "#lib/query/agents";
import { tagsOptions } from "#lib/query/tags";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { folderLabel } from "../sidebar/folder-links.tsx";

/** What a list is called: by what it is narrowed to, else by its view; by both where it is not what is open. */
export function useListTitle(filter: ConversationFilter): string {
  const strings = useFirstStrings();
  const { data: accounts } = useQuery(accountsOptions());
  const { data: inboxes } = useQuery(inboxesOptions());
  const { data: tags } = useQuery(tagsOptions());
  const { data: folders } = useQuery({
    ...foldersOptions(filter.account ?? 0),
    enabled: filter.folder !== undefined && filter.account !== undefined,
  });
  if (filter.q !== undefined) return strings.inbox.searchResults(filter.q);
  const folder = folders?.find((candidate) => candidate.id === filter.folder);
  const view = strings.inbox.views[filter.view];
  const narrowedTo =
    (folder && folderLabel(strings, folder)) ??
    accounts?.find((account) => account.id === filter.account)?.name ??
    tags?.find((tag) => tag.id === filter.tag)?.name ??
    inboxes?.find((inbox) => inbox.id === filter.inbox)?.name;
  if (narrowedTo === undefined) return view;
  return filter.view === "open" || filter.view === "all" ? narrowedTo : `${narrowedTo} · ${view}`;
}
