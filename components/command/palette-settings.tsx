"use client";

import { useQuery } from "@tanstack/react-query";
import { meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { listSettings } from "../settings/find/find-settings.ts";
import { CommandGroup, CommandItem } from "../ui/command.tsx";

/** Every setting, by what it is called and what else people call it. */
export function PaletteSettings({ onGo }: { onGo: (href: string) => void }) {
  const strings = useStrings();
  const { data: me } = useQuery(meOptions());
  return (
    <CommandGroup title={strings.settings.find.group}>
      {listSettings(strings, me?.role === "admin").map(({ name, href, label, page, synonyms }) => (
        // The name keeps apart what is called alike, as an agent's name and a theme may be.
        <CommandItem
          key={name}
          value={`${label} ${name}`}
          keywords={[page, ...synonyms.split(" ")]}
          onSelect={() => onGo(href)}
        >
          {label}
          {page !== label && <span className="ml-auto truncate pl-3 text-xs text-ink-3">{page}</span>}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
