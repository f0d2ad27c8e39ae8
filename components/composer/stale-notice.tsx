"use client";

import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";

export type StaleNoticeProps = { count: number; onSendAnyway: () => void; onReview: () => void };

/** The conversation moved on while somebody wrote: nothing was sent yet. */
export function StaleNotice({ count, onSendAnyway, onReview }: StaleNoticeProps) {
  const words = useStrings().composer.stale;
  return (
    <Banner
      tone="warn"
      role="alert"
      className="rounded-none border-b border-line"
      action={
        <span className="flex gap-1.5">
          <Button size="sm" onClick={onReview}>
            {words.review}
          </Button>
          <Button size="sm" look="primary" onClick={onSendAnyway}>
            {words.sendAnyway}
          </Button>
        </span>
      }
    >
      {words.title(Math.max(1, count))}
    </Banner>
  );
}
