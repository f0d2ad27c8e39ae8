"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useEffectEvent, useState } from "react";
import { openPdf } from "./open-pdf.ts";

/** A PDF file, open for as long as the component lives; null until it is, and for ever when it cannot be shown. */
export function usePdf(attachmentId: number, onBroken: () => void): PDFDocumentProxy | null {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const handleBroken = useEffectEvent(onBroken);
  useEffect(() => {
    const ending = new AbortController();
    openPdf(attachmentId, ending.signal).then(
      (opened) => {
        if (!ending.signal.aborted) setPdf(opened);
      },
      () => {
        if (!ending.signal.aborted) handleBroken();
      },
    );
    return () => ending.abort();
  }, [attachmentId]);
  return pdf;
}
