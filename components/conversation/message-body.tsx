"use client";

import { useQuery } from "@tanstack/react-query";
import type { Message } from "#lib/contracts/message";
import { messageTextOptions } from "#lib/query/messages";
import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useDelayed } from "../ui/use-delayed.ts";
import { HtmlBody } from "./html-body.tsx";
import { sourceUrl } from "./use-message-acts.tsx";
import { PlainBody } from "./plain-body.tsx";
import { messageOf } from "../settings/apply-problem.ts";

/** What a mail says, once it is here: fetched from its server when it is first opened. */
export function MessageBody({ message }: { message: Message }) {
  const strings = useStrings();
  const words = strings.conversation;
  const text = useQuery(messageTextOptions(message.id));
  const isSlow = useDelayed(text.isPending);

  if (message.bodyState === "failed") return <Unreadable message={message} />;
  if (text.isError)
    return (
      <Banner
        tone="warn"
        isPolite
        action={
          <Button size="sm" onClick={() => void text.refetch()}>
            {strings.common.tryAgain}
          </Button>
        }
      >
        {words.bodyUnavailable} {messageOf(strings, text.error)}
      </Banner>
    );
  if (text.isPending) return isSlow ? <BodySkeleton /> : <div data-loading className="h-16" />;
  if (text.data.hasHtml)
    return (
      <HtmlBody message={message} remoteImageCount={text.data.remoteImageCount} followsTheme={text.data.followsTheme} />
    );
  return (
    <PlainBody
      visibleText={text.data.visibleText}
      quotedText={text.data.quotedText}
      sentAt={message.sentAt ?? message.receivedAt}
    />
  );
}

function Unreadable({ message }: { message: Message }) {
  const words = useStrings().conversation;
  return (
    <Banner
      tone="warn"
      action={
        <Button size="sm" asChild>
          <a href={sourceUrl(message.id)} target="_blank" rel="noopener">
            {words.source}
          </a>
        </Button>
      }
    >
      {words.bodyFailed}
    </Banner>
  );
}

function BodySkeleton() {
  const words = useStrings().conversation;
  return (
    <div data-loading className="flex flex-col gap-2.5 py-1">
      <span className="sr-only">{words.bodyLoading}</span>
      <Skeleton className="w-11/12" />
      <Skeleton className="w-full" />
      <Skeleton className="w-3/5" />
    </div>
  );
}
