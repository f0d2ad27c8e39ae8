"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../ui/toast.ts";
import type { ConversationStatus } from "#lib/contracts/vocabulary";
import { ApiError } from "#lib/query/api-error";
import { keys } from "#lib/query/keys";
import { sendMail } from "#lib/query/sends";
import { pushUndo } from "../inbox/undo-stack.ts";
import { useStrings } from "../language/use-strings.ts";
import { carriedFiles, type MailFields } from "./mail-fields.ts";
import { splitSignature } from "./signature.ts";
import { sendToastId, useTakeBack } from "./use-take-back.ts";
import { messageOf } from "../settings/apply-problem.ts";

const undoMs = 10_000;

type Wish = {
  fields: MailFields;
  /** The account's signature is wanted below the quote. */
  isSignedBelow: boolean;
  draftId: number | null;
  status?: ConversationStatus;
  lastSeenMessageId?: number;
};

export type UseSend = {
  conversationId: number | null;
  onSent: () => void;
  /** The conversation moved on: nothing was sent. */
  onStale: (status: ConversationStatus | undefined) => void;
};

/** Sends, with ten seconds to take it back. A second try of the same mail is the same mail to the server. */
export function useSend({ conversationId, onSent, onStale }: UseSend) {
  const strings = useStrings();
  const words = strings.composer;
  const client = useQueryClient();
  const takeBack = useTakeBack();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: ({ fields, isSignedBelow, draftId, status, lastSeenMessageId }: Wish) =>
      sendMail(conversationId, {
        ...(fields.accountId !== null && { accountId: fields.accountId }),
        to: fields.to,
        cc: fields.cc,
        bcc: fields.bcc,
        subject: fields.subject,
        ...(isSignedBelow && fields.quote !== "none"
          ? splitSignature(fields)
          : { html: fields.html, text: fields.text }),
        attachmentIds: carriedFiles(fields).map((file) => file.id),
        ...(conversationId !== null && {
          quote: fields.quote,
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          ...(fields.answeredMessageId !== null && { answeredMessageId: fields.answeredMessageId }),
        }),
        idempotencyKey,
        undoMs,
        ...(draftId !== null && { draftId }),
        ...(status !== undefined && { status }),
        ...(lastSeenMessageId !== undefined && { lastSeenMessageId }),
      }),
    onSuccess: ({ sendId, conversationId: sentIn }) => {
      const { run: undo } = pushUndo(() => void takeBack(sendId, sentIn));
      toast(strings.conversation.sendStates.queued, {
        id: sendToastId(sendId),
        duration: undoMs,
        action: { label: strings.common.undo, onClick: undo },
      });
      onSent();
      void client.invalidateQueries({ queryKey: keys.conversations });
      void client.invalidateQueries({ queryKey: keys.drafts });
    },
    onError: (error, { status }) => {
      if (error instanceof ApiError && error.code === "stale") onStale(status);
      else toast.error(words.sendFailed(messageOf(strings, error)), { duration: 8000 });
    },
  });
}
