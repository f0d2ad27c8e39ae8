"use client";

import { Ellipsis, PenLine } from "lucide-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Message } from "#lib/contracts/message";
import { continueDraft } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { useInboxState } from "../inbox/inbox-state.tsx";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { MenuActs } from "../ui/menu-acts.tsx";
import { Menu } from "../ui/menu.tsx";
import { PointMenu } from "../ui/point-menu.tsx";
import type { useAskedMenu } from "../ui/use-asked-menu.ts";
import { MessageDetails } from "./message-details.tsx";
import { useMessageActs, type MessageActsOptions } from "./use-message-acts.tsx";

export type MessageActionsProps = {
  message: Message;
  conversation: ConversationDetail;
  /** Where the head was asked for its menu. */
  asked: Pick<ReturnType<typeof useAskedMenu>, "at" | "close">;
};

/** What can be done with one message. */
export function MessageActions({ message, conversation, asked }: MessageActionsProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const [showsDetails, setShowsDetails] = useState(false);
  const isDraft = message.send === null && message.placements.some(({ flags }) => flags.includes("\\Draft"));
  const [hadDetails, setHadDetails] = useState(false);
  if (showsDetails && !hadDetails) setHadDetails(true);
  const acts = <Acts message={message} conversation={conversation} onDetails={() => setShowsDetails(true)} />;
  return (
    <div className="relative -mr-2 flex shrink-0">
      {isDraft && <ContinueButton message={message} conversation={conversation} />}
      <Menu align="end" trigger={<IconButton size="sm" icon={Ellipsis} label={words.moreActions} />}>
        {acts}
      </Menu>
      {asked.at && (
        <PointMenu at={asked.at} onClose={asked.close}>
          {acts}
        </PointMenu>
      )}
      {hadDetails && <MessageDetails message={message} open={showsDetails} onOpenChange={setShowsDetails} />}
    </div>
  );
}

/** Gathered only once a menu is open. */
function Acts(options: MessageActsOptions) {
  return <MenuActs groups={useMessageActs(options)} />;
}

/** A draft of another mail program becomes one of ours, and opens in the composer. */
function ContinueButton({ message, conversation }: { message: Message; conversation: ConversationDetail }) {
  const words = useStrings().composer;
  const client = useQueryClient();
  const tellFailure = useTellFailure();
  const setWriting = useInboxState((state) => state.setWriting);
  const composeDraft = useInboxState((state) => state.composeDraft);
  const go = useMutation({
    mutationFn: () => continueDraft(message.id),
    onSuccess: async (draft) => {
      await client.invalidateQueries({ queryKey: keys.drafts });
      if (draft.kind === "new") composeDraft(draft.id);
      else setWriting({ conversationId: conversation.id, kind: draft.kind, messageId: message.id });
    },
    onError: tellFailure,
  });
  return (
    <Button isBusy={go.isPending} onClick={() => go.mutate()} className="mr-1 h-[26px] px-2">
      <PenLine aria-hidden className="size-3.5!" />
      {words.continueDraft}
    </Button>
  );
}
