"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#lib/cn";
import { meOptions } from "#lib/query/agents";
import { useStrings } from "../language/use-strings.ts";
import { SettingsSearch } from "./find/settings-search.tsx";
import { adminPages, settingsGroups } from "./settings-pages.ts";

const itemClasses =
  "flex h-7 min-w-0 items-center gap-[9px] rounded-md px-2 text-ink-2 hover:bg-hover max-pair:h-11 max-pair:text-base [&_.lucide]:text-ink-3";

/** The pages of the settings. On a phone it is a page of its own, at `/settings`. */
export function SettingsNav() {
  const words = useStrings().settings;
  const path = usePathname();
  const { data: me } = useQuery(meOptions());
  const isIndex = path === "/settings";
  const isAdmin = me?.role === "admin";
  return (
    <nav
      aria-label={words.title}
      className={cn(
        "flex shrink-0 flex-col gap-px overflow-y-auto bg-ground px-2 py-2.5 pair:w-58",
        isIndex ? "max-pair:grow max-pair:px-3" : "max-pair:hidden",
      )}
    >
      <Link href="/inbox/open" className={cn(itemClasses, "mb-1.5")}>
        <ChevronLeft aria-hidden />
        {words.backToInbox}
      </Link>
      <SettingsSearch>
        {settingsGroups.map((group) => (
          <section key={group.name} className="flex flex-col gap-px">
            <h2 className="px-2 pt-3.5 pb-1 text-2xs font-normal text-ink-3">{words.groups[group.name]}</h2>
            {group.pages.map(([name, Icon]) => {
              if (adminPages.has(name) && !isAdmin) return null;
              const href = `/settings/${name}`;
              const isCurrent = path === href || path.startsWith(`${href}/`);
              return (
                <Link
                  key={name}
                  href={href}
                  aria-current={isCurrent ? "page" : undefined}
                  className={cn(
                    itemClasses,
                    "aria-[current]:bg-selected aria-[current]:text-ink aria-[current]:[&_.lucide]:text-accent",
                  )}
                >
                  <Icon aria-hidden />
                  <span className="truncate">{words.pages[name]}</span>
                  <ChevronRight aria-hidden className="ml-auto pair:hidden" />
                </Link>
              );
            })}
          </section>
        ))}
      </SettingsSearch>
    </nav>
  );
}
