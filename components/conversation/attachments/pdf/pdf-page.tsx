"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useEffectEvent, useRef } from "react";
import { drawPage } from "./draw-page.ts";

export type PdfPageProps = {
  pdf: PDFDocumentProxy;
  number: number;
  /** In CSS pixels, of what it stands in and fills. */
  width: number;
  label: string;
  onBroken: () => void;
};

/** One page as a picture; drawn anew for another width. */
export function PdfPage({ pdf, number, width, label, onBroken }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const handleBroken = useEffectEvent(onBroken);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const ending = new AbortController();
    drawPage(canvas.current, pdf, { number, width, signal: ending.signal }).catch(() => {
      if (!ending.signal.aborted) handleBroken();
    });
    return () => ending.abort();
  }, [pdf, number, width]);
  // What is drawn on it is a picture, which an image element cannot be.
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
  return <canvas ref={canvas} role="img" aria-label={label} className="w-full" />;
}
