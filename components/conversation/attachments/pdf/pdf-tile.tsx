"use client";

import { Suspense, useState } from "react";
import type { Attachment } from "#lib/contracts/message";
import { later } from "../../../ui/later.tsx";
import { useSeen } from "./use-seen.ts";

const PdfThumbnail = later(async () => (await import("./pdf-thumbnail.tsx")).PdfThumbnail);

/** The place of a PDF file's first page: what draws it is loaded once it is in sight. Nothing where it cannot be drawn. */
export function PdfTile({ file }: { file: Attachment }) {
  const [place, isSeen] = useSeen();
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return null;
  return (
    <div ref={place} className="h-32 w-full overflow-hidden border-b border-line bg-hover print:hidden">
      <Suspense>{isSeen && <PdfThumbnail file={file} onBroken={() => setIsBroken(true)} />}</Suspense>
    </div>
  );
}
