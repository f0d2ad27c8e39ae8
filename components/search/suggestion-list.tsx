"use client";

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist has no sections, and shows no help beside its options */

import { Clock, SlidersHorizontal, Tag, UserRound, type LucideIcon } from "lucide-react";
import { cn } from "#lib/cn";
import { useForgetSearches } from "#lib/query/search";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { itemClasses } from "../ui/menu-classes.ts";
import { suggestionId } from "./suggestion-id.ts";
import type { Suggestion, SuggestionSection } from "./use-suggestions.ts";

export type SuggestionListProps = {
  id: string;
  suggestions: readonly Suggestion[];
  /** Which one Enter would take. */
  active: number;
  onChoose: (suggestion: Suggestion) => void;
};

const icons: Record<SuggestionSection, LucideIcon> = {
  recent: Clock,
  operators: SlidersHorizontal,
  people: UserRound,
  values: Tag,
};

/** The options of the search field; the field keeps the focus and says which one is meant. */
export function SuggestionList({ id, suggestions, active, onChoose }: SuggestionListProps) {
  const words = useStrings().search;
  const sections = [...new Set(suggestions.map((one) => one.section))];
  const forget = useForgetSearches();
  return (
    <>
      <div id={id} role="listbox" aria-label={words.suggestions}>
        {sections.map((section) => (
          <div key={section} role="group" aria-label={words.sections[section]}>
            <div aria-hidden className="px-2 pt-1.5 pb-0.5 text-2xs text-ink-3">
              {words.sections[section]}
            </div>
            {suggestions.map(
              (one, index) =>
                one.section === section && (
                  <SuggestionOption
                    key={`${one.kind} ${one.text}`}
                    id={suggestionId(id, index)}
                    suggestion={one}
                    isActive={index === active}
                    onChoose={onChoose}
                  />
                ),
            )}
          </div>
        ))}
      </div>
      {sections.includes("recent") && (
        <Button size="sm" look="ghost" onClick={() => forget.mutate()} className="mx-1 my-1">
          {words.forgetRecent}
        </Button>
      )}
    </>
  );
}

type OptionProps = {
  id: string;
  suggestion: Suggestion;
  isActive: boolean;
  onChoose: (suggestion: Suggestion) => void;
};

function SuggestionOption({ id, suggestion, isActive, onChoose }: OptionProps) {
  const Icon = icons[suggestion.section];
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // Before the field loses the focus.
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose(suggestion);
      }}
      className={cn(itemClasses, "cursor-default hover:bg-hover", isActive && "bg-selected text-ink")}
    >
      <Icon aria-hidden className="size-3.5! shrink-0" />
      <bdi className="min-w-0 shrink-0 truncate text-ink">{suggestion.label}</bdi>
      {suggestion.help !== suggestion.label && (
        <bdi className="ml-auto min-w-0 truncate pl-3 text-ink-3">{suggestion.help}</bdi>
      )}
    </div>
  );
}
