"use client";

import { Search, X } from "lucide-react";
import { useRef, type FormEvent, type KeyboardEvent } from "react";
import { cn } from "#lib/cn";
import { useKeyLabel, useShortcut } from "../../command/shortcuts.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { useInboxState } from "../inbox-state.tsx";
import { goTo, useInboxFilter } from "../use-inbox-location.ts";

export function SearchBox() {
  const strings = useStrings();
  const filter = useInboxFilter();
  const setIsSidebarOpen = useInboxState((state) => state.setIsSidebarOpen);
  const keyOf = useKeyLabel();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("list.search", () => {
    setIsSidebarOpen(true);
    input.current?.select();
  });

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const q = input.current?.value.trim();
    if (q) goTo({ view: "all", sort: "newest", q }, null);
    else clear();
    setIsSidebarOpen(false);
    input.current?.blur();
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (input.current) input.current.value = filter.q ?? "";
    input.current?.blur();
  };
  const clear = () => goTo({ view: "open", sort: "newest" }, null);

  return (
    <search className="mx-1 mb-2.5 min-h-[30px] @max-[8rem]/side:mx-0">
      <form
        onSubmit={handleSubmit}
        className={cn(
          "flex h-[30px] items-center gap-2 rounded-md border border-line bg-surface px-2 text-ink-3 focus-within:border-accent max-pair:h-9",
          // In the narrow sidebar there is only its icon, and it grows over the list while it is used.
          "@max-[8rem]/side:w-11 @max-[8rem]/side:border-transparent @max-[8rem]/side:bg-transparent @max-[8rem]/side:px-3.5",
          "@max-[8rem]/side:focus-within:absolute @max-[8rem]/side:focus-within:z-30 @max-[8rem]/side:focus-within:w-80",
          "@max-[8rem]/side:focus-within:border-accent @max-[8rem]/side:focus-within:bg-raised @max-[8rem]/side:focus-within:shadow-float",
        )}
      >
        <Search aria-hidden />
        <input
          ref={input}
          key={filter.q ?? ""}
          type="search"
          name="q"
          defaultValue={filter.q}
          aria-label={strings.inbox.searchLabel}
          placeholder={strings.inbox.searchPlaceholder}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          onKeyDown={handleKeyDown}
          className="min-w-0 grow bg-transparent text-ink outline-none @max-[8rem]/side:not-focus:opacity-0 [&::-webkit-search-cancel-button]:hidden"
        />
        {filter.q === undefined ? (
          <Kbd className="max-pair:hidden @max-[8rem]/side:hidden">{keyOf("list.search")}</Kbd>
        ) : (
          <button
            type="button"
            aria-label={strings.inbox.clearSearch}
            onClick={clear}
            className="rounded-sm hover:text-ink"
          >
            <X aria-hidden className="size-3.5!" />
          </button>
        )}
      </form>
    </search>
  );
}
