"use client";

import { useStrings } from "../language/use-strings.ts";
import { Notice } from "./notice.tsx";

export type StaleNoticeProps = { count: number; onSendAnyway: () => void; onReview: () => void };

/** The conversation moved on while somebody wrote: nothing was sent yet. */
export function StaleNotice({ count, onSendAnyway, onReview }: StaleNoticeProps) {
  const words = useStrings().composer.stale;
  const actions = [
    { label: words.review, run: onReview },
    { label: words.sendAnyway, run: onSendAnyway, isMain: true },
  ];
  return <Notice actions={actions}>{words.title(Math.max(1, count))}</Notice>;
}
