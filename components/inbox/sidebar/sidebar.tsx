"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail, PanelLeft, SquarePen } from "lucide-react";
import { Suspense, useEffect } from "react";
import { cn } from "#lib/cn";
import { isOneOf } from "#lib/is-one-of";
import { meOptions } from "#lib/query/agents";
import { useKeyLabel, useShortcut } from "../../command/shortcuts.tsx";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { SearchBox } from "../../search/search-box.tsx";
import { SavedViewLinks } from "../../search/view-links.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { later } from "../../ui/later.tsx";
import { useStored } from "../../ui/use-stored.ts";
import { whenIdle } from "../../ui/when-idle.ts";
import { useInboxState } from "../inbox-state.tsx";
import { useIsPaired } from "../use-is-paired.ts";
import { AccountLinks } from "./account-links.tsx";
import { AgentSpot } from "./agent-spot.tsx";
import { InboxLinks } from "./inbox-links.tsx";
import { TagLinks } from "./tag-links.tsx";
import { ViewLinks } from "./view-links.tsx";

const Sheet = later(async () => (await import("../../ui/sheet.tsx")).Sheet);

const widths = ["auto", "wide", "narrow"] as const;
const isWidth = isOneOf(widths);

/** Views, inboxes, accounts and tags. Narrow where the page is, unless the agent wants it otherwise; on a phone it slides over the list. */
export function Sidebar() {
  const words = useFirstStrings().inbox;
  const isPaired = useIsPaired();
  const isSidebarOpen = useInboxState((state) => state.isSidebarOpen);
  const setIsSidebarOpen = useInboxState((state) => state.setIsSidebarOpen);
  const [width, setWidth] = useStored<(typeof widths)[number]>("sidebar", isWidth, "auto");
  const toggle = () => {
    const isNarrow = width === "narrow" || (width === "auto" && !window.matchMedia("(min-width: 80rem)").matches);
    setWidth(isNarrow ? "wide" : "narrow");
  };
  useShortcut("app.sidebar", toggle);
  useEffect(() => (isPaired ? undefined : whenIdle(Sheet.preload)), [isPaired]);
  if (!isPaired)
    return (
      <Suspense>
        {isSidebarOpen && (
          <Sheet open onOpenChange={setIsSidebarOpen} side="left" title={words.openSidebar}>
            <nav aria-label={words.navigation} className={navClasses}>
              <Content onToggle={toggle} />
            </nav>
          </Sheet>
        )}
      </Suspense>
    );
  return (
    <nav
      aria-label={words.navigation}
      data-side={width}
      className={cn(
        navClasses,
        // What the server drew, on a phone that has not said yet that it is one.
        "shrink-0 max-pair:hidden",
        width === "auto" && "pair:w-14 full:w-58",
        width === "wide" && "pair:w-58",
        width === "narrow" && "pair:w-14",
      )}
    >
      <Content onToggle={toggle} />
    </nav>
  );
}

const navClasses = "@container/side relative flex min-h-0 flex-col bg-ground max-pair:grow";

function Content({ onToggle }: { onToggle: () => void }) {
  const keyOf = useKeyLabel();
  return (
    <>
      <div className="flex min-h-0 grow flex-col px-2 pt-2.5 @max-[8rem]/side:px-1.5">
        <Brand onToggle={onToggle} keys={keyOf("app.sidebar")} composeKeys={keyOf("write.compose")} />
        <SearchBox />
        <div className="-mx-2 flex min-h-0 grow flex-col overflow-x-hidden overflow-y-auto px-2 pb-2">
          <ViewLinks />
          <SavedViewLinks />
          <InboxLinks />
          <AccountLinks />
          <TagLinks />
        </div>
      </div>
      <div className="flex flex-col p-1.5">
        <AgentSpot />
      </div>
    </>
  );
}

type BrandProps = { onToggle: () => void; keys: string; composeKeys: string };

function Brand({ onToggle, keys, composeKeys }: BrandProps) {
  const strings = useFirstStrings();
  const { data: me } = useQuery(meOptions());
  const setIsComposing = useInboxState((state) => state.setIsComposing);
  const setIsSidebarOpen = useInboxState((state) => state.setIsSidebarOpen);
  const compose = () => {
    setIsSidebarOpen(false);
    setIsComposing(true);
  };
  return (
    <div className="flex items-center gap-2 px-2 pt-1 pb-2 @max-[8rem]/side:flex-col @max-[8rem]/side:px-0">
      <span className="grid size-[22px] shrink-0 place-items-center rounded-md bg-ink text-ground">
        <Mail aria-hidden className="size-[13px]! stroke-2!" />
      </span>
      <b className="min-w-0 grow truncate @max-[8rem]/side:hidden">{me?.workspaceName ?? strings.product}</b>
      <IconButton
        icon={PanelLeft}
        size="sm"
        label={strings.inbox.collapseSidebar}
        keys={keys}
        onClick={onToggle}
        className="max-pair:hidden @max-[8rem]/side:order-last"
      />
      <IconButton
        icon={SquarePen}
        size="sm"
        label={strings.composer.kinds.new}
        keys={composeKeys}
        onClick={compose}
        className="-mr-1 text-ink-2 @max-[8rem]/side:mr-0"
      />
    </div>
  );
}
