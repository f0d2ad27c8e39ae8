"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import type { Attachment } from "#lib/contracts/message";
import { useStrings } from "../../../language/use-strings.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { PdfPage } from "./pdf-page.tsx";
import { usePdf } from "./use-pdf.ts";
import { useSeen } from "./use-seen.ts";

/** What comes after that is read in a program made for it. */
const pagesMax = 200;
const widthMax = 880;
/** A sheet's usual height for its width, until its own is known. */
const usualRatio = Math.SQRT2;

export type PdfPreviewProps = { file: Attachment; zoom: number; onBroken: () => void };

/** All its pages, one below the other, each drawn when it comes into sight. */
export function PdfPreview({ file, zoom, onBroken }: PdfPreviewProps) {
  const strings = useStrings();
  const pdf = usePdf(file.id, onBroken);
  const [room, setRoom] = useState(0);
  const width = Math.floor(Math.min(widthMax, room) * zoom);
  const pages = Array.from({ length: Math.min(pdf?.numPages ?? 0, pagesMax) }, (_, index) => index + 1);
  return (
    // Room to scroll in, which the keyboard reaches.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="min-h-0 grow overflow-auto bg-ground p-4" tabIndex={0} aria-label={file.filename}>
      <Measured onWidth={setRoom} />
      {!pdf && (
        <div className="mx-auto flex max-w-[880px] flex-col gap-2 p-6">
          <span className="sr-only">{strings.common.loading}</span>
          <Skeleton className="w-2/3" />
          <Skeleton className="w-1/2" />
        </div>
      )}
      {pdf && width > 0 && (
        <ol className="flex w-fit min-w-full flex-col items-center gap-3">
          {pages.map((number) => (
            <li key={number}>
              <Sheet pdf={pdf} number={number} width={width} onBroken={onBroken} />
            </li>
          ))}
        </ol>
      )}
      {pdf && pdf.numPages > pagesMax && (
        <p className="mt-3 text-center text-xs text-ink-3">{strings.conversation.previewCut}</p>
      )}
    </section>
  );
}

/** Hears how much room there is, also when it changes. */
function Measured({ onWidth }: { onWidth: (width: number) => void }) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!line.current) return undefined;
    const watch = new ResizeObserver(([entry]) => entry && onWidth(entry.contentRect.width));
    watch.observe(line.current);
    return () => watch.disconnect();
  }, [onWidth]);
  return <div ref={line} className="h-0" />;
}

type SheetProps = { pdf: PDFDocumentProxy; number: number; width: number; onBroken: () => void };

function Sheet({ pdf, number, width, onBroken }: SheetProps) {
  const words = useStrings().conversation;
  const [place, isSeen] = useSeen("400px", number === 1);
  const [isBroken, setIsBroken] = useState(false);
  // A file of which nothing can be drawn is none to be shown; one with a page that cannot be is.
  const handleBroken = () => (number === 1 ? onBroken() : setIsBroken(true));
  return (
    <div
      ref={place}
      style={{ width, ...((!isSeen || isBroken) && { height: Math.floor(width * usualRatio) }) }}
      className="overflow-hidden border border-line bg-surface"
    >
      {isSeen && !isBroken && (
        <PdfPage
          pdf={pdf}
          number={number}
          width={width}
          label={words.pageOf(number, pdf.numPages)}
          onBroken={handleBroken}
        />
      )}
      {isBroken && <p className="p-4 text-ink-3">{words.pageBroken}</p>}
    </div>
  );
}
