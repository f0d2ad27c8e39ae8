"use client";

import { Paperclip } from "lucide-react";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax } from "#lib/contracts/send";
import { useStrings } from "../language/use-strings.ts";

/** While files hang over the composer: what letting go will do, and how large they may be. */
export function DropHint() {
  const strings = useStrings();
  const { dropHere, attachHint } = strings.composer;
  return (
    <p className="pointer-events-none absolute inset-x-0 bottom-12 z-10 flex justify-center">
      <span className="flex items-center gap-2 rounded-md bg-accent px-3 py-1.5 text-accent-ink">
        <Paperclip aria-hidden />
        {`${dropHere} (${attachHint(formatBytes(mailFilesBytesMax, strings.locale))})`}
      </span>
    </p>
  );
}
