"use client";

import type { MouseEvent } from "react";
import { isForPersonToResume, type Transfer } from "#lib/contracts/transfer";
import { useResumeTransfer } from "#lib/query/transfers";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button } from "../ui/button.tsx";

type Props = { transfer: Transfer; name: string };

/** For what waits for somebody to make room, and would wait a while longer after that. */
export function ResumeButton({ transfer, name }: Props) {
  const words = useStrings().transfers;
  const tellFailure = useTellFailure();
  const resume = useResumeTransfer();
  if (!isForPersonToResume(transfer)) return null;
  const handleClick = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const row = currentTarget.closest("li");
    // The button goes, and the row says what becomes of it.
    resume.mutate(transfer, { onSuccess: () => row?.focus({ preventScroll: true }), onError: tellFailure });
  };
  return (
    <Button isBusy={resume.isPending} aria-label={words.resumeLabel(name)} onClick={handleClick}>
      {words.resume}
    </Button>
  );
}
