"use client";

import { Suspense, use, useEffect, useRef } from "react";
import { cn } from "#lib/cn";
import { useShortcut } from "../command/shortcuts.tsx";
import { NothingOpen } from "../conversation/nothing-open.tsx";
import { useContextPane } from "../conversation/use-context-pane.ts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { AppShell } from "../shell/app-shell.tsx";
import { useLater } from "../ui/use-later.ts";
import { useStored } from "../ui/use-stored.ts";
import { whenIdle } from "../ui/when-idle.ts";
import { InboxLocationProvider } from "./inbox-location-provider.tsx";
import { InboxStateProvider, useInboxState } from "./inbox-state.tsx";
import { ConversationList } from "./list/conversation-list.tsx";
import { PaletteOffers } from "./palette-offers.tsx";
import { PhoneBar } from "./phone-bar.tsx";
import { ReadyPanesContext } from "./ready-panes.ts";
import { isListWidth, listWidth, PaneResizer } from "./pane-resizer.tsx";
import { Sidebar } from "./sidebar/sidebar.tsx";
import { useGoKeys } from "./use-go-keys.ts";
import { useInboxLocation } from "./use-inbox-location.ts";
import { KeptFocus } from "./kept-focus.tsx";
import { useTriageKeys } from "./use-triage-keys.ts";
import { later } from "../ui/later.tsx";

// The list is what a first load waits for; what reads a conversation comes right after it.
const ConversationPane = later(async () => (await import("../conversation/conversation-pane.tsx")).ConversationPane);
const Tour = later(async () => (await import("../tour/tour.tsx")).Tour);
const NewMailDialog = later(async () => (await import("../composer/new-mail-dialog.tsx")).NewMailDialog);
const ContextPane = later(async () => (await import("../conversation/context-pane.tsx")).ContextPane);

/** The four panes. What they show stands in the URL, so moving about in them never leaves this page. */
export function InboxScreen() {
  const strings = useFirstStrings();
  return (
    <AppShell>
      <InboxLocationProvider>
        <InboxStateProvider>
          <div className="flex min-h-0 grow">
            <Sidebar />
            <main className="flex min-w-0 grow">
              <h1 className="sr-only">{strings.product}</h1>
              <ListSection />
              <ConversationSection />
            </main>
            <ContextSection />
          </div>
          <PhoneBar />
          <Keys />
          <PaletteOffers />
          <Later />
          <Suspense>
            <Tour />
          </Suspense>
        </InboxStateProvider>
      </InboxLocationProvider>
    </AppShell>
  );
}

/** What lies over the panes is loaded after them, or as soon as a key asks for it. */
function Later() {
  const isLater = useLater();
  const isAsked = useInboxState((state) => state.isComposing);
  return <Suspense>{(isLater || isAsked) && <NewMailDialog />}</Suspense>;
}

function Keys() {
  useTriageKeys();
  useGoKeys();
  return null;
}

function ListSection() {
  const strings = useFirstStrings();
  const isOpen = useInboxLocation().conversationId !== null;
  const [width, setWidth] = useStored<number>("listWidth", isListWidth, listWidth.initial);
  const section = useRef<HTMLElement>(null);
  return (
    <section
      ref={section}
      tabIndex={-1}
      data-tour="list"
      aria-label={strings.inbox.conversations}
      style={{ "--list-width": `${width}px` }}
      className={cn(
        "relative flex min-w-0 flex-col bg-surface outline-none pair:shrink-0 max-pair:grow pair:w-(--list-width) pair:border-l pair:border-line",
        isOpen && "max-pair:hidden",
      )}
    >
      <ConversationList />
      <KeptFocus list={section} />
      <PaneResizer width={width} onWidth={setWidth} />
    </section>
  );
}

function preloadPanes(): void {
  ConversationPane.preload();
  ContextPane.preload();
}

function ConversationSection() {
  const strings = useFirstStrings();
  const { conversationId } = useInboxLocation();
  const ready = use(ReadyPanesContext);
  useEffect(() => whenIdle(preloadPanes), []);
  return (
    <section
      aria-label={strings.conversation.region}
      className={cn(
        "relative flex min-w-0 grow flex-col overflow-hidden bg-surface pair:border-l pair:border-line",
        conversationId === null && "max-pair:hidden",
      )}
    >
      {conversationId === null && <NothingOpen />}
      {conversationId !== null &&
        (ready ? (
          <ready.ConversationPane conversationId={conversationId} />
        ) : (
          <Suspense>
            <ConversationPane conversationId={conversationId} />
          </Suspense>
        ))}
    </section>
  );
}

function ContextSection() {
  const { conversationId } = useInboxLocation();
  const context = useContextPane();
  const ready = use(ReadyPanesContext);
  useShortcut("conversation.context", context.toggle);
  if (conversationId === null || !context.isShown) return null;
  if (ready) return <ready.ContextPane key={conversationId} conversationId={conversationId} />;
  return (
    <Suspense>
      <ContextPane key={conversationId} conversationId={conversationId} />
    </Suspense>
  );
}
