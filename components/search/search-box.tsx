"use client";

import { Search, X } from "lucide-react";
import { Suspense, useEffect, useRef } from "react";
import { cn } from "#lib/cn";
import { useKeyLabel, useShortcut } from "../command/shortcuts.tsx";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { Kbd } from "../ui/kbd.tsx";
import { later } from "../ui/later.tsx";
import { useLater } from "../ui/use-later.ts";
import { suggestionId } from "./suggestion-id.ts";
import { useSearchField } from "./use-search-field.ts";

const SuggestionPopover = later(async () => (await import("./suggestion-popover.tsx")).SuggestionPopover);

/** Finds anything: what may be meant is offered below while it is typed. */
export function SearchBox() {
  const strings = useFirstStrings();
  const setIsSidebarOpen = useInboxState((state) => state.setIsSidebarOpen);
  const keyOf = useKeyLabel();
  const box = useRef<HTMLDivElement>(null);
  const isLater = useLater();
  const field = useSearchField(() => setIsSidebarOpen(false));
  const { input, listId, mistake, isOpen, active, query } = field;
  const isWanted = useInboxState((state) => state.isSearchWanted);
  const wantSearch = useInboxState((state) => state.wantSearch);
  const searchBegun = useInboxState((state) => state.searchBegun);
  useShortcut("list.search", wantSearch);
  useEffect(() => {
    if (!isWanted) return;
    searchBegun();
    input.current?.focus();
    input.current?.select();
  }, [isWanted, searchBegun, input]);
  return (
    <search className="mx-1 mb-2.5 min-h-[30px] shrink-0 @max-[8rem]/side:mx-0">
      <div
        ref={box}
        className={cn(
          "flex h-[30px] items-center gap-2 rounded-md border border-field bg-surface px-2 text-ink-3 focus-within:border-accent max-pair:h-9",
          // In the narrow sidebar there is only its icon, and it grows over the list while it is used.
          "@max-[8rem]/side:w-11 @max-[8rem]/side:border-transparent @max-[8rem]/side:bg-transparent @max-[8rem]/side:px-3.5",
          "@max-[8rem]/side:focus-within:absolute @max-[8rem]/side:focus-within:left-2 @max-[8rem]/side:focus-within:z-30 @max-[8rem]/side:focus-within:w-104",
          "@max-[8rem]/side:focus-within:border-accent @max-[8rem]/side:focus-within:bg-raised @max-[8rem]/side:focus-within:shadow-float",
        )}
      >
        <Search aria-hidden className="shrink-0" />
        <input
          ref={input}
          type="text"
          role="combobox"
          name="q"
          value={query}
          aria-label={strings.inbox.searchLabel}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? suggestionId(listId, active) : undefined}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={mistake && isOpen ? `${listId}-mistake` : undefined}
          placeholder={strings.inbox.searchPlaceholder}
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          onChange={field.handleChange}
          onFocus={field.handleFocus}
          onBlur={field.handleBlur}
          onKeyDown={field.handleKeyDown}
          className="min-w-0 grow bg-transparent text-ink outline-none @max-[8rem]/side:not-focus:opacity-0"
        />
        {query === "" ? (
          <Kbd className="max-pair:hidden @max-[8rem]/side:hidden">{keyOf("list.search")}</Kbd>
        ) : (
          <button
            type="button"
            aria-label={strings.inbox.clearSearch}
            onClick={field.clear}
            className="rounded-sm hover:text-ink @max-[8rem]/side:hidden"
          >
            <X aria-hidden className="size-3.5!" />
          </button>
        )}
      </div>
      <Suspense>
        {(isLater || isOpen) && (
          <SuggestionPopover
            listId={listId}
            query={query}
            mistake={mistake}
            isOpen={isOpen}
            below={box}
            suggestions={field.suggestions}
            active={active}
            onChoose={field.choose}
          />
        )}
      </Suspense>
    </search>
  );
}
