"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useRef } from "react";
import { ApiError } from "#lib/query/api-error";
import { conversationOptions } from "#lib/query/conversations";
import { CommandButton } from "../command/command-button.tsx";
import { ColleagueDrafts } from "../composer/colleague-drafts.tsx";
import { ComposerDock } from "../composer/composer-dock.tsx";
import { DockPlace } from "../composer/dock-place.tsx";
import { useWriteKeys } from "../composer/use-write-keys.ts";
import { useStrings } from "../language/use-strings.ts";
import { FoundHighlights } from "../search/found-highlights.tsx";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useAfterPaint } from "../ui/use-after-paint.ts";
import { useDelayed } from "../ui/use-delayed.ts";
import { ConversationHead } from "./conversation-head.tsx";
import { Timeline } from "./timeline.tsx";
import { useMarkSeen } from "./use-mark-seen.ts";
import { messageOf } from "../settings/apply-problem.ts";

/** The open conversation, from its subject to the answer. */
export function ConversationPane({ conversationId }: { conversationId: number }) {
  const strings = useStrings();
  const words = strings.conversation;
  const { data: conversation, error, isPending, refetch } = useQuery(conversationOptions(conversationId));
  const isSlow = useDelayed(isPending);
  useMarkSeen(conversation);
  useWriteKeys(conversation?.id);
  const body = useRef<HTMLDivElement>(null);
  // The mail is seen first, and its key answered; what answers it comes in the frame after.
  const isSeen = useAfterPaint(conversation?.id ?? null);

  if (error && !conversation)
    return error instanceof ApiError && error.status === 404 ? (
      <EmptyState
        icon={SearchX}
        {...words.gone}
        className="grow"
        // On a phone the bar below has the way back.
        action={<CommandButton command="list.back" className="max-pair:hidden" />}
      />
    ) : (
      <Banner
        tone="bad"
        role="alert"
        className="m-6"
        action={
          <Button size="sm" onClick={() => void refetch()}>
            {strings.common.tryAgain}
          </Button>
        }
      >
        {words.loadFailed} {messageOf(strings, error)}
      </Banner>
    );
  if (!conversation) return isSlow ? <PaneSkeleton /> : null;
  return (
    <>
      <ConversationHead row={conversation} />
      <div
        key={conversation.id}
        ref={body}
        data-print="conversation"
        className="min-h-0 grow overflow-y-auto px-6 pt-4 pb-6 max-pair:px-3"
      >
        <FoundHighlights within={body} />
        <Timeline conversation={conversation} />
      </div>
      {isSeen ? (
        <>
          <ColleagueDrafts conversationId={conversation.id} />
          <ComposerDock key={`dock ${conversation.id}`} conversation={conversation} />
        </>
      ) : (
        <DockPlace />
      )}
    </>
  );
}

function PaneSkeleton() {
  const strings = useStrings();
  return (
    <div className="flex flex-col gap-4 px-6 py-4">
      <span className="sr-only">{strings.common.loading}</span>
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-7 w-3/4" />
      <div className="mt-4 flex flex-col gap-3 rounded-lg border border-line p-4">
        <Skeleton className="w-1/3" />
        <Skeleton className="w-full" />
        <Skeleton className="w-5/6" />
      </div>
    </div>
  );
}
