"use client";

import { useFirstStrings } from "../language/use-first-strings.ts";
import { toast } from "../ui/toast.ts";

/** Puts something on the clipboard and says so; where a browser allows none, it is shown to be copied by hand. */
export function useCopyText(): (text: string, done: string) => void {
  const words = useFirstStrings().inbox;
  return (text, done) => {
    // Over plain HTTP there is no clipboard at all.
    const written = navigator.clipboard
      ? navigator.clipboard.writeText(text)
      : Promise.reject(new Error("No clipboard."));
    written.then(
      () => toast(done, { duration: 2000 }),
      () => toast.error(words.linkNotCopied(text)),
    );
  };
}
