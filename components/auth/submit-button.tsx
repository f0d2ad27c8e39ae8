"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";

export type SubmitButtonProps = { isBusy: boolean; children: ReactNode };

/** Takes no click before the page listens: the browser's own submit would put what was typed into the address. */
export function SubmitButton({ isBusy, children }: SubmitButtonProps) {
  const isListening = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  return (
    <Button
      type="submit"
      look="primary"
      size="lg"
      isBusy={isBusy}
      disabled={!isListening}
      className={isListening ? undefined : "disabled:opacity-100"}
    >
      {children}
    </Button>
  );
}
