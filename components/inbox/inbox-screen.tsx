"use client";

import { z } from "zod";
import { cn } from "#lib/cn";
import { useShortcut } from "../command/shortcuts.tsx";
import { NewMailDialog } from "../composer/new-mail-dialog.tsx";
import { ContextPane } from "../conversation/context-pane.tsx";
import { ConversationPane, NothingOpen } from "../conversation/conversation-pane.tsx";
import { useContextPane } from "../conversation/use-context-pane.ts";
import { useStrings } from "../language/use-strings.ts";
import { AppShell } from "../shell/app-shell.tsx";
import { useStored } from "../ui/use-stored.ts";
import { InboxLocationProvider } from "./inbox-location-provider.tsx";
import { InboxStateProvider } from "./inbox-state.tsx";
import { ConversationList } from "./list/conversation-list.tsx";
import { PhoneBar } from "./phone-bar.tsx";
import { listWidth, PaneResizer } from "./pane-resizer.tsx";
import { Sidebar } from "./sidebar/sidebar.tsx";
import { useGoKeys } from "./use-go-keys.ts";
import { useInboxLocation } from "./use-inbox-location.ts";
import { useTriageKeys } from "./use-triage-keys.ts";

/** The four panes. What they show stands in the URL, so moving about in them never leaves this page. */
export function InboxScreen() {
  const strings = useStrings();
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
          <NewMailDialog />
        </InboxStateProvider>
      </InboxLocationProvider>
    </AppShell>
  );
}

function Keys() {
  useTriageKeys();
  useGoKeys();
  return null;
}

function ListSection() {
  const strings = useStrings();
  const isOpen = useInboxLocation().conversationId !== null;
  const [width, setWidth] = useStored<number>(
    "listWidth",
    z.number().min(listWidth.min).max(listWidth.max),
    listWidth.initial,
  );
  return (
    <section
      aria-label={strings.inbox.conversations}
      style={{ "--list-width": `${width}px` }}
      className={cn(
        "relative flex min-w-0 flex-col bg-surface pair:shrink-0 max-pair:grow pair:w-(--list-width) pair:border-l pair:border-line",
        isOpen && "max-pair:hidden",
      )}
    >
      <ConversationList />
      <PaneResizer width={width} onWidth={setWidth} />
    </section>
  );
}

function ConversationSection() {
  const strings = useStrings();
  const { conversationId } = useInboxLocation();
  return (
    <section
      aria-label={strings.conversation.region}
      className={cn(
        "flex min-w-0 grow flex-col overflow-hidden bg-surface pair:border-l pair:border-line",
        conversationId === null && "max-pair:hidden",
      )}
    >
      {conversationId === null ? <NothingOpen /> : <ConversationPane conversationId={conversationId} />}
    </section>
  );
}

function ContextSection() {
  const { conversationId } = useInboxLocation();
  const context = useContextPane();
  useShortcut("conversation.context", context.toggle);
  return conversationId !== null && context.isShown ? (
    <ContextPane key={conversationId} conversationId={conversationId} />
  ) : null;
}
