"use client";

import { useStrings } from "../language/use-strings.ts";
import { Notice } from "./notice.tsx";

export type FilesMissingProps = { onRetry: () => void; onWithout: () => void; onClose: () => void };

/** The files of a mail that is to be forwarded did not come: it never goes without them unasked. */
export function FilesMissing({ onRetry, onWithout, onClose }: FilesMissingProps) {
  const strings = useStrings();
  const words = strings.composer.filesMissing;
  const actions = [
    { label: strings.common.cancel, run: onClose },
    { label: words.without, run: onWithout },
    { label: strings.common.tryAgain, run: onRetry, isMain: true },
  ];
  return <Notice actions={actions}>{words.title}</Notice>;
}
