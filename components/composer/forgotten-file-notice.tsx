"use client";

import { useStrings } from "../language/use-strings.ts";
import { Notice } from "./notice.tsx";

export type ForgottenFileNoticeProps = { word: string; onAttach: () => void; onSendAnyway: () => void };

/** The text speaks of a file and there is none: nothing was sent yet. */
export function ForgottenFileNotice({ word, onAttach, onSendAnyway }: ForgottenFileNoticeProps) {
  const words = useStrings().composer.forgotten;
  const actions = [
    { label: words.sendAnyway, run: onSendAnyway },
    { label: words.attach, run: onAttach, isMain: true },
  ];
  return <Notice actions={actions}>{words.title(word)}</Notice>;
}
