"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { toast } from "../ui/toast.ts";
import type { Message } from "#lib/contracts/message";
import { keys } from "#lib/query/keys";
import { retrySend } from "#lib/query/sends";
import { dayAndTime } from "#lib/time";
import { useTakeBack } from "../composer/use-take-back.ts";
import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { useNow } from "../ui/use-now.ts";
import { messageOf } from "../settings/apply-problem.ts";

const soonMs = 70_000;

type Send = NonNullable<Message["send"]>;

/** How the sending of a mail written here goes, until it is done. */
export function SendNotice({ send, conversationId }: { send: Send; conversationId: number }) {
  const strings = useStrings();
  const words = strings.conversation;
  const client = useQueryClient();
  const now = useNow();
  const options = {
    onError: (error: Error) => toast.error(messageOf(strings, error)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.conversations }),
  };
  const takeBack = useTakeBack();
  const undo = useMutation({ mutationFn: (sendId: number) => takeBack(sendId, conversationId), ...options });
  const retry = useMutation({ mutationFn: retrySend, ...options });
  if (send.state === "sent" || send.state === "cancelled" || !now) return null;
  if (send.state === "queued" || send.state === "sending") {
    const at = new Date(send.notBefore);
    const isLater = at.getTime() - now.getTime() > soonMs;
    return (
      <output className="mt-3 flex items-center gap-2 text-xs text-ink-3">
        {!isLater && <LoaderCircle aria-hidden className="size-3.5! animate-spin" />}
        {isLater
          ? words.scheduled(dayAndTime(at, now, strings.locale, strings.common.timeWithin))
          : words.sendStates[send.state]}
        {send.state === "queued" && (
          <Button size="sm" look="ghost" isBusy={undo.isPending} onClick={() => undo.mutate(send.id)}>
            {words.takeBack}
          </Button>
        )}
      </output>
    );
  }
  return (
    <Banner
      tone={send.state === "failed" ? "bad" : "warn"}
      isPolite
      className="mt-3"
      action={
        send.state !== "retrying" && (
          <Button size="sm" isBusy={retry.isPending} onClick={() => retry.mutate(send.id)}>
            {words.retry}
          </Button>
        )
      }
    >
      {words.sendStates[send.state]} {strings.common.reason(send.lastError)}
    </Banner>
  );
}
