"use client";

import { Suspense, useEffect, useRef, useState } from "react";
import type { Attachment } from "#lib/contracts/message";
import { later } from "../../../ui/later.tsx";

const PdfThumbnail = later(async () => (await import("./pdf-thumbnail.tsx")).PdfThumbnail);

/** The place of a PDF file's first page: what draws it is loaded once it is in sight. Nothing where it cannot be drawn. */
export function PdfTile({ file }: { file: Attachment }) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setIsSeen] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsSeen(true),
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  if (isBroken) return null;
  return (
    <div ref={place} className="h-32 w-full overflow-hidden border-b border-line bg-hover print:hidden">
      <Suspense>{isSeen && <PdfThumbnail file={file} onBroken={() => setIsBroken(true)} />}</Suspense>
    </div>
  );
}
