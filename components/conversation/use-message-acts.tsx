"use client";

import { Copy, FileCode, Forward, Info, Link, Reply, ReplyAll } from "lucide-react";
import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Message } from "#lib/contracts/message";
import { useInboxState, type Writing } from "../inbox/inbox-state.tsx";
import { useCopyLink } from "../inbox/use-copy-link.ts";
import { useCopyText } from "../inbox/use-copy-text.ts";
import { useStrings } from "../language/use-strings.ts";
import type { MenuActGroup } from "../ui/menu-acts.tsx";

export type MessageActsOptions = { message: Message; conversation: ConversationDetail; onDetails: () => void };

/** Everything that menus offer to do with one message. */
export function useMessageActs({ message, conversation, onDetails }: MessageActsOptions): MenuActGroup[] {
  const strings = useStrings();
  const words = strings.conversation;
  const { kinds } = strings.composer;
  const setWriting = useInboxState((state) => state.setWriting);
  const copyLink = useCopyLink();
  const copyText = useCopyText();
  const write = (kind: NonNullable<Writing>["kind"]) => () =>
    setWriting({ conversationId: conversation.id, kind, messageId: message.id });
  return [
    [
      { id: "reply", icon: <Reply aria-hidden />, label: kinds.reply, run: write("reply") },
      { id: "reply-all", icon: <ReplyAll aria-hidden />, label: kinds["reply-all"], run: write("reply-all") },
      { id: "forward", icon: <Forward aria-hidden />, label: kinds.forward, run: write("forward") },
    ],
    [
      {
        id: "copy-address",
        icon: <Copy aria-hidden />,
        label: words.copyAddress,
        run: () => copyText(message.from.address, words.addressCopied),
      },
      { id: "copy-link", icon: <Link aria-hidden />, label: words.copyLink, run: () => copyLink(conversation.id) },
    ],
    [
      { id: "details", icon: <Info aria-hidden />, label: words.details, run: onDetails },
      {
        id: "source",
        icon: <FileCode aria-hidden />,
        label: words.source,
        run: () => void window.open(sourceUrl(message.id), "_blank", "noopener"),
      },
    ],
  ];
}

export function sourceUrl(messageId: number): string {
  return `/api/messages/${messageId}/source`;
}
