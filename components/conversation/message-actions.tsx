"use client";

import { Ellipsis, FileCode, Forward, Info, PenLine, Reply, ReplyAll } from "lucide-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Message } from "#lib/contracts/message";
import { continueDraft } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { useInboxState, type Writing } from "../inbox/inbox-state.tsx";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { MessageDetails } from "./message-details.tsx";

/** What can be done with one message. */
export function MessageActions({ message, conversation }: { message: Message; conversation: ConversationDetail }) {
  const strings = useStrings();
  const words = strings.conversation;
  const setWriting = useInboxState((state) => state.setWriting);
  const [showsDetails, setShowsDetails] = useState(false);
  const isDraft = message.send === null && message.placements.some(({ flags }) => flags.includes("\\Draft"));
  const write = (kind: NonNullable<Writing>["kind"]) => () =>
    setWriting({ conversationId: conversation.id, kind, messageId: message.id });
  return (
    <div className="relative -mr-2 flex shrink-0">
      {isDraft && <ContinueButton message={message} conversation={conversation} />}
      <Menu align="end" trigger={<IconButton size="sm" icon={Ellipsis} label={words.moreActions} />}>
        <MenuItem icon={<Reply aria-hidden />} onSelect={write("reply")}>
          {strings.composer.kinds.reply}
        </MenuItem>
        <MenuItem icon={<ReplyAll aria-hidden />} onSelect={write("reply-all")}>
          {strings.composer.kinds["reply-all"]}
        </MenuItem>
        <MenuItem icon={<Forward aria-hidden />} onSelect={write("forward")}>
          {strings.composer.kinds.forward}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Info aria-hidden />} onSelect={() => setShowsDetails(true)}>
          {words.details}
        </MenuItem>
        <MenuItem
          icon={<FileCode aria-hidden />}
          onSelect={() => window.open(sourceUrl(message.id), "_blank", "noopener")}
        >
          {words.source}
        </MenuItem>
      </Menu>
      <MessageDetails message={message} open={showsDetails} onOpenChange={setShowsDetails} />
    </div>
  );
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

export function sourceUrl(messageId: number): string {
  return `/api/messages/${messageId}/source`;
}
