"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Account, Folder } from "#lib/contracts/account";
import type { Agent } from "#lib/contracts/agent";
import type { Tag } from "#lib/contracts/conversation";
import { keys } from "#lib/query/keys";
import type { Offer } from "../command/shortcut-registry.ts";
import { useShortcutRegistry } from "../command/shortcuts.tsx";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { folderLabel } from "./sidebar/folder-links.tsx";
import { goTo } from "./use-inbox-location.ts";
import { useTriage } from "./use-triage.ts";

/** Every agent, tag and folder by its name in the palette: to give to, to put on, to go to. */
export function PaletteOffers(): null {
  const strings = useFirstStrings();
  const words = strings.command;
  const client = useQueryClient();
  const registry = useShortcutRegistry();
  const { targets, perform } = useTriage();

  const make = (): Offer[] => {
    const rows = targets();
    const tags = client.getQueryData<Tag[]>(keys.tags) ?? [];
    const inboxIds = new Set(rows.flatMap((row) => row.inboxIds));
    const agents = (client.getQueryData<Agent[]>(keys.agents) ?? []).filter(
      (agent) => agent.state === "active" && agent.inboxIds.some((id) => inboxIds.has(id)),
    );
    const accounts = client.getQueryData<Account[]>(keys.accounts) ?? [];
    const goings = accounts.flatMap((account) =>
      (client.getQueryData<Folder[]>(keys.folders(account.id)) ?? [])
        .filter((folder) => folder.selectable)
        .map((folder): Offer => {
          const name = folder.role === "none" ? folder.path : folderLabel(strings, folder);
          const label = words.goTo(accounts.length > 1 ? `${name} · ${account.name}` : name);
          const filter = { view: "all", sort: "newest", account: account.id, folder: folder.id } as const;
          return { id: `folder ${folder.id}`, group: "go", label, run: () => goTo(filter, null) };
        }),
    );
    return [
      ...agents.map(({ id, name }): Offer => ({
        id: `assign ${id}`,
        group: "conversation",
        label: words.assignTo(name),
        run: () => perform({ kind: "assignee", assignee: { id, name } }),
      })),
      ...(rows.length === 0 ? [] : tags).map((tag): Offer => {
        const on = !rows.every((row) => row.tags.some(({ id }) => id === tag.id));
        return {
          id: `tag ${tag.id}`,
          group: "conversation",
          label: (on ? words.tagWith : words.untag)(tag.name),
          run: () => perform({ kind: "tag", tag, on }),
        };
      }),
      ...tags.map((tag): Offer => ({
        id: `go to tag ${tag.id}`,
        group: "go",
        label: words.goTo(tag.name),
        run: () => goTo({ view: "open", sort: "newest", tag: tag.id }, null),
      })),
      ...goings,
    ];
  };
  // The palette asks while it is drawn, which an effect event may not answer.
  useEffect(() => registry.addOffers(make));
  return null;
}
