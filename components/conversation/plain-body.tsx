"use client";

import { useState } from "react";
import { QuoteToggle } from "./quote-toggle.tsx";
import { TextPieces } from "./text-pieces.tsx";

export type PlainBodyProps = { visibleText: string; quotedText: string; sentAt: string };

/** A mail of plain text; the mail it answers is folded away. */
export function PlainBody({ visibleText, quotedText, sentAt }: PlainBodyProps) {
  const [isOpen, setIsOpen] = useState(visibleText.trim() === "");
  const hasQuote = quotedText.trim() !== "";
  return (
    <div className="text-base select-text">
      <div dir="auto" className="wrap-anywhere whitespace-pre-wrap">
        <TextPieces text={visibleText.trim()} sentAt={sentAt} />
      </div>
      {hasQuote && <QuoteToggle isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />}
      {hasQuote && isOpen && (
        <div dir="auto" className="mt-2 border-l-2 border-line pl-3 wrap-anywhere whitespace-pre-wrap text-ink-3">
          <TextPieces text={quotedText.trim()} sentAt={sentAt} />
        </div>
      )}
    </div>
  );
}
