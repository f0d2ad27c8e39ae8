"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toast } from "../ui/toast.ts";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { ApiError } from "#lib/query/api-error";
import { keys } from "#lib/query/keys";
import { sendMail } from "#lib/query/sends";
import { randomKey } from "#lib/random-key";
import type { Strings } from "#lib/strings/strings";
import { dayAndTime } from "#lib/time";
import { pushUndo } from "../inbox/undo-stack.ts";
import { useStrings } from "../language/use-strings.ts";
import { dressMail } from "./dress-mail.ts";
import { carriedFiles, type MailFields } from "./mail-fields.ts";
import type { SendWish } from "./send-button.tsx";
import { sendKey, type Attempt } from "./send-key.ts";
import { splitPlainSignature, splitSignature } from "./signature.ts";
import { sendToastId, useTakeBack } from "./use-take-back.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { withinLimit } from "./within-limit.ts";

const undoMs = 10_000;
/** The server may have to fetch what is quoted first. */
const limitMs = 20_000;

type Order = {
  fields: MailFields;
  /** The account's signature is wanted below the quote. */
  isSignedBelow: boolean;
  draftId: number | null;
  wish: SendWish;
  lastSeenMessageId?: number;
};

export type UseSend = {
  conversationId: number | null;
  onSent: (status: ConversationStatus | undefined) => void;
  onFailed: () => void;
  /** The conversation moved on: nothing was sent. */
  onStale: (wish: SendWish) => void;
  /** Nothing was heard of the server: whether it has the mail shows when it is sent again, which it takes for the same one. */
  onUnreached: (wish: SendWish) => void;
};

/** Sends, with ten seconds to take it back. A second try of the same mail is the same mail to the server. */
export function useSend({ conversationId, onSent, onFailed, onStale, onUnreached }: UseSend) {
  const strings = useStrings();
  const words = strings.composer;
  const client = useQueryClient();
  const takeBack = useTakeBack();
  const [base] = useState(randomKey);
  const last = useRef<Attempt | null>(null);
  return useMutation({
    // Without a network it says so at once, rather than go off at some later moment.
    networkMode: "always",
    mutationFn: ({ fields, isSignedBelow, draftId, wish, lastSeenMessageId }: Order) => {
      const { key: idempotencyKey } = (last.current = sendKey(base, draftId, last.current));
      const mail = {
        ...(fields.accountId !== null && { accountId: fields.accountId }),
        to: fields.to,
        cc: fields.cc,
        bcc: fields.bcc,
        subject: fields.subject,
        ...wordsOf(fields, isSignedBelow),
        attachmentIds: carriedFiles(fields).map((file) => file.id),
        ...(conversationId !== null && {
          quote: fields.quote,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          ...(fields.answeredMessageId !== null && { answeredMessageId: fields.answeredMessageId }),
        }),
        idempotencyKey,
        undoMs,
        ...(draftId !== null && { draftId }),
        ...(wish.status && { status: wish.status }),
        ...(wish.sendAt && { sendAt: wish.sendAt.toISOString() }),
        ...(lastSeenMessageId !== undefined && { lastSeenMessageId }),
      };
      return withinLimit(limitMs, (signal) => sendMail(conversationId, mail, signal));
    },
    onSuccess: ({ sendId, conversationId: sentIn }, { wish }) => {
      const { run: undo } = pushUndo(() => void takeBack(sendId, sentIn));
      toast(toldOf(strings, wish), {
        id: sendToastId(sendId),
        duration: undoMs,
        action: { label: strings.common.undo, onClick: undo },
      });
      onSent(wish.status);
      void client.invalidateQueries({ queryKey: keys.conversations });
      void client.invalidateQueries({ queryKey: keys.drafts });
    },
    onError: (error, { wish }) => {
      onFailed();
      if (error instanceof ApiError && error.code === "stale") onStale(wish);
      else if (error instanceof ApiError && error.status === 0) onUnreached(wish);
      else toast.error(words.sendFailed(messageOf(strings, error)), { duration: 8000 });
    },
  });
}

function toldOf(strings: Strings, { sendAt }: SendWish): string {
  const { sendStates, scheduled } = strings.conversation;
  return sendAt
    ? scheduled(dayAndTime(sendAt, new Date(), strings.locale, strings.common.timeWithin))
    : sendStates.queued;
}

function wordsOf(fields: MailFields, isSignedBelow: boolean) {
  if (fields.isPlain)
    return isSignedBelow && fields.quote !== "none" ? splitPlainSignature(fields.text) : { text: fields.text };
  if (!isSignedBelow || fields.quote === "none") return { html: dressMail(fields), text: fields.text };
  const { html, text, closingHtml, closingText } = splitSignature(fields);
  const closing = dressMail({ html: closingHtml, text: text + closingText });
  return { html: dressMail({ html, text }), text, closingHtml: closing, closingText };
}
