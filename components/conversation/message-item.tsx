"use client";

import type { ConversationDetail } from "#lib/contracts/conversation";
import type { Message } from "#lib/contracts/message";
import { nameOf } from "../inbox/list/senders-of.ts";
import { useStrings } from "../language/use-strings.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Time } from "../ui/time.tsx";
import { AttachmentTiles } from "./attachments/attachment-tiles.tsx";
import { EventCard } from "./event/event-card.tsx";
import { MessageBody } from "./message-body.tsx";
import { MessageHead } from "./message-head.tsx";
import { MessageWarnings } from "./message-warnings.tsx";
import { SendNotice } from "./send-notice.tsx";

export type MessageItemProps = {
  message: Message;
  conversation: ConversationDetail;
  isOpen: boolean;
  onToggle: () => void;
};

/** One mail: a line while it is folded, the whole of it once it is open. */
export function MessageItem({ message, conversation, isOpen, onToggle }: MessageItemProps) {
  const strings = useStrings();
  const words = strings.conversation;
  if (!isOpen) return <FoldedMessage message={message} onOpen={onToggle} />;
  return (
    <article
      aria-label={words.bodyTitle(nameOf(strings, message.from))}
      className="rounded-lg border border-line bg-surface"
    >
      <MessageHead message={message} conversation={conversation} onFold={onToggle} />
      <div className="pt-2.5 pr-4 pb-3.5 pl-[58px] max-pair:pl-4">
        <MessageWarnings warnings={message.warnings} />
        <EventCard message={message} />
        <MessageBody message={message} />
        {message.attachments.length > 0 && <AttachmentTiles message={message} />}
        {message.send && <SendNotice send={message.send} conversationId={conversation.id} />}
      </div>
    </article>
  );
}

function FoldedMessage({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const strings = useStrings();
  const name = nameOf(strings, message.from);
  return (
    <button
      type="button"
      aria-expanded={false}
      onClick={onOpen}
      className="flex w-full min-w-0 items-center gap-2.5 rounded-lg border border-line bg-surface px-3.5 py-[9px] text-left text-ink-3 hover:bg-hover"
    >
      <Avatar name={name} seed={message.from.address} size="sm" />
      <bdi className="max-w-[40%] shrink-0 truncate font-strong text-ink-2">{name}</bdi>
      <bdi className="min-w-0 grow truncate">{message.preview}</bdi>
      <Time instant={message.receivedAt} className="pl-2 text-xs whitespace-nowrap tabular-nums text-ink-3" />
    </button>
  );
}
