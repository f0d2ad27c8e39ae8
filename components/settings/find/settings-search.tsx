"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { meOptions } from "#lib/query/agents";
import { useKeyLabel, useShortcut } from "../../command/shortcuts.tsx";
import { useStrings } from "../../language/use-strings.ts";
import { Input } from "../../ui/input.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { findSettings, listSettings, type FoundSetting } from "./find-settings.ts";

/** A field above the pages of the settings; what it finds stands in their place. */
export function SettingsSearch({ children }: { children: ReactNode }) {
  const strings = useStrings();
  const words = strings.settings.find;
  const [typed, setTyped] = useState("");
  const { data: me } = useQuery(meOptions());
  const router = useRouter();
  const keyOf = useKeyLabel();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const isAsking = typed.trim() !== "";
  const found = findSettings(listSettings(strings, me?.role === "admin"), typed);
  useShortcut("list.search", () => field.current?.focus());
  const handleKeyDown = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key === "Escape") setTyped("");
    else if (event.key === "ArrowDown") list.current?.querySelector("a")?.focus();
    else if (event.key === "Enter" && first) {
      setTyped("");
      router.push(first.href);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <search className="relative mb-1">
        <Search aria-hidden className="absolute top-[9px] left-2.5 size-3.5! text-ink-3 max-pair:top-3" />
        <Input
          ref={field}
          type="search"
          aria-label={words.label}
          aria-keyshortcuts={keyOf("list.search")}
          placeholder={words.label}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={handleKeyDown}
          className="pr-7 pl-8 max-pair:h-10 max-pair:text-base [&::-webkit-search-cancel-button]:hidden"
        />
        {!isAsking && <Kbd className="absolute top-1.5 right-2 max-pair:hidden">{keyOf("list.search")}</Kbd>}
        <output aria-live="polite" className="sr-only">
          {isAsking && (found.length === 0 ? words.none : words.count(found.length))}
        </output>
      </search>
      {isAsking ? <Found ref={list} found={found} onChosen={() => setTyped("")} /> : children}
    </>
  );
}

type FoundProps = { ref: Ref<HTMLUListElement>; found: readonly FoundSetting[]; onChosen: () => void };

function Found({ ref, found, onChosen }: FoundProps) {
  const words = useStrings().settings.find;
  if (found.length === 0) return <p className="px-2 py-3 text-ink-3">{words.none}</p>;
  return (
    <ul ref={ref} className="flex flex-col gap-px">
      {found.map(({ name, href, label, page }) => (
        <li key={name}>
          <PageLink
            href={href}
            onClick={onChosen}
            onKeyDown={moveFocus}
            className="flex min-h-7 flex-col justify-center rounded-md px-2 py-1 text-ink-2 hover:bg-hover focus-visible:bg-hover max-pair:min-h-12"
          >
            <span className="truncate text-ink">{label}</span>
            {page !== label && <span className="truncate text-2xs text-ink-3">{page}</span>}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

/** Up and down in the list, as in any list of what was found. */
function moveFocus(event: KeyboardEvent<HTMLAnchorElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...(event.currentTarget.closest("ul")?.querySelectorAll("a") ?? [])];
  const at = links.indexOf(event.currentTarget);
  links.at((at + (event.key === "ArrowDown" ? 1 : -1)) % links.length)?.focus();
  event.preventDefault();
}
