"use client";

import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";

export type ForgottenFileNoticeProps = { word: string; onAttach: () => void; onSendAnyway: () => void };

/** The text speaks of a file and there is none: nothing was sent yet. */
export function ForgottenFileNotice({ word, onAttach, onSendAnyway }: ForgottenFileNoticeProps) {
  const words = useStrings().composer.forgotten;
  return (
    <Banner
      tone="warn"
      role="alert"
      className="rounded-none border-b border-line"
      action={
        <span className="flex gap-1.5">
          <Button size="sm" look="primary" onClick={onAttach}>
            {words.attach}
          </Button>
          <Button size="sm" onClick={onSendAnyway}>
            {words.sendAnyway}
          </Button>
        </span>
      }
    >
      {words.title(word)}
    </Banner>
  );
}
