"use client";

import { Menu, Search, SquarePen } from "lucide-react";
import { Suspense } from "react";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { later } from "../ui/later.tsx";
import { BarButton } from "./bar-button.tsx";
import { useInboxState, useInboxStore } from "./inbox-state.tsx";
import { useInboxLocation } from "./use-inbox-location.ts";
import { useIsPaired } from "./use-is-paired.ts";

const PhoneActs = later(async () => (await import("../conversation/phone-acts.tsx")).PhoneActs);

/** What is done most, where a thumb reaches it: on phones, below the list and below a conversation. */
export function PhoneBar() {
  const words = useFirstStrings().inbox;
  const { conversationId } = useInboxLocation();
  const isWriting = useInboxState((state) => state.writing !== null && state.writing.conversationId === conversationId);
  const isPaired = useIsPaired();
  // The keyboard and the composer need the room.
  if (isWriting) return null;
  return (
    <nav
      aria-label={words.phoneBar}
      className="relative flex min-h-14 shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] pair:hidden [body:has([data-writing])_&]:hidden"
    >
      {/* Elsewhere nobody sees it, and its menus are the head's: two of one name would close each other. */}
      {conversationId === null || isPaired ? (
        <ListButtons />
      ) : (
        <Suspense>
          <PhoneActs conversationId={conversationId} />
        </Suspense>
      )}
    </nav>
  );
}

function ListButtons() {
  const strings = useFirstStrings();
  const words = strings.inbox;
  const store = useInboxStore();
  return (
    <>
      <BarButton icon={Menu} aria-label={words.openSidebar} onClick={() => store.getState().setIsSidebarOpen(true)}>
        {words.navigation}
      </BarButton>
      <BarButton icon={Search} aria-label={words.searchLabel} onClick={() => store.getState().wantSearch()}>
        {words.searchPlaceholder}
      </BarButton>
      <BarButton icon={SquarePen} onClick={() => store.getState().setIsComposing(true)}>
        {strings.composer.kinds.new}
      </BarButton>
    </>
  );
}
