"use client";

import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import type { Tag } from "#lib/contracts/conversation";
import { tagsOptions } from "#lib/query/tags";
import { useTriage } from "../inbox/use-triage.ts";
import { useStrings } from "../language/use-strings.ts";
import { Dot } from "../ui/dot.tsx";
import { Combobox, ComboboxItem } from "../ui/combobox.tsx";
import type { TargetMenuProps } from "./target-menu.ts";

/** Puts tags on and takes them off; stays open for more than one. */
export function TagMenu({ rows, ...opening }: TargetMenuProps) {
  const words = useStrings().conversation;
  const { data: tags = [] } = useQuery(tagsOptions());
  const { perform } = useTriage();
  const isOn = (tag: Tag) => rows.every((row) => row.tags.some((other) => other.id === tag.id));
  const toggle = (tag: Tag) => {
    perform(
      { kind: "tag", tag, on: !isOn(tag) },
      rows.map((row) => row.id),
    );
    if (rows.length > 1) opening.onOpenChange(false);
  };
  return (
    <Combobox {...opening} label={words.tag} placeholder={words.findTag} emptyText={words.noTags}>
      {tags.map((tag) => (
        <ComboboxItem key={tag.id} value={tag.name} isChecked={isOn(tag)} onSelect={() => toggle(tag)}>
          <Dot color={tag.color} />
          <span className="truncate">{tag.name}</span>
          {isOn(tag) && <Check aria-hidden className="ml-auto size-3.5!" />}
        </ComboboxItem>
      ))}
    </Combobox>
  );
}
