"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Check, Clock, Menu, Reply, RotateCcw, Search, SquarePen, type LucideIcon } from "lucide-react";
import { conversationOptions } from "#lib/query/conversations";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { useInboxState, useInboxStore } from "./inbox-state.tsx";
import { goTo, useInboxLocation } from "./use-inbox-location.ts";
import { useTriage } from "./use-triage.ts";

/** What is done most, where a thumb reaches it: on phones, below the list and below a conversation. */
export function PhoneBar() {
  const words = useFirstStrings().inbox;
  const { conversationId } = useInboxLocation();
  const isWriting = useInboxState((state) => state.writing !== null && state.writing.conversationId === conversationId);
  // The keyboard and the composer need the room.
  if (isWriting) return null;
  return (
    <nav
      aria-label={words.phoneBar}
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] pair:hidden [body:has([data-writing])_&]:hidden"
    >
      {conversationId === null ? <ListButtons /> : <ConversationButtons conversationId={conversationId} />}
    </nav>
  );
}

function ListButtons() {
  const strings = useFirstStrings();
  const words = strings.inbox;
  const store = useInboxStore();
  return (
    <>
      <BarButton icon={Menu} label={words.openSidebar} onClick={() => store.getState().setIsSidebarOpen(true)}>
        {words.navigation}
      </BarButton>
      <BarButton icon={Search} label={words.searchLabel} onClick={() => store.getState().wantSearch()}>
        {words.searchPlaceholder}
      </BarButton>
      <BarButton icon={SquarePen} onClick={() => store.getState().setIsComposing(true)}>
        {strings.composer.kinds.new}
      </BarButton>
    </>
  );
}

function ConversationButtons({ conversationId }: { conversationId: number }) {
  const strings = useFirstStrings();
  const words = strings.conversation;
  const { filter } = useInboxLocation();
  const { perform } = useTriage();
  const store = useInboxStore();
  const { data: conversation, isError } = useQuery(conversationOptions(conversationId));
  const isClosed = conversation?.status === "closed";
  const status = isClosed ? "open" : "closed";
  return (
    <>
      <BarButton icon={ArrowLeft} onClick={() => goTo(filter, null)}>
        {strings.common.back}
      </BarButton>
      {/* Where there is none, there is only a way back. */}
      {!isError && (
        <>
          <BarButton icon={Clock} onClick={() => store.getState().setWantedMenu("snooze")}>
            {words.snooze}
          </BarButton>
          <BarButton icon={Reply} onClick={() => store.getState().setWriting({ conversationId, kind: "reply" })}>
            {strings.composer.kinds.reply}
          </BarButton>
          <BarButton
            icon={isClosed ? RotateCcw : Check}
            onClick={() => perform({ kind: "status", status }, [conversationId])}
          >
            {isClosed ? words.reopen : words.close}
          </BarButton>
        </>
      )}
    </>
  );
}

type BarButtonProps = { icon: LucideIcon; label?: string; onClick: () => void; children: string };

function BarButton({ icon: Icon, label, onClick, children }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="flex h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-2xs text-ink-2 active:bg-hover focus-visible:-outline-offset-2"
    >
      <Icon aria-hidden className="size-5!" />
      <span className="max-w-full truncate px-1">{children}</span>
    </button>
  );
}
