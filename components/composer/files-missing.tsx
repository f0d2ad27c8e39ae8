"use client";

import { useStrings } from "../language/use-strings.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";

export type FilesMissingProps = { onRetry: () => void; onWithout: () => void; onClose: () => void };

/** The files of a mail that is to be forwarded did not come: it never goes without them unasked. */
export function FilesMissing({ onRetry, onWithout, onClose }: FilesMissingProps) {
  const strings = useStrings();
  const words = strings.composer.filesMissing;
  return (
    <Banner
      tone="warn"
      role="alert"
      className="rounded-none"
      action={
        <span className="flex gap-1.5">
          <Button size="sm" look="ghost" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button size="sm" onClick={onWithout}>
            {words.without}
          </Button>
          <Button size="sm" look="primary" onClick={onRetry}>
            {strings.common.tryAgain}
          </Button>
        </span>
      }
    >
      {words.title}
    </Banner>
  );
}
