"use client";

import type { Editor } from "@tiptap/react";
import { Suspense, useId, useState } from "react";
import { cn } from "#lib/cn";
import { FieldNote } from "../../ui/field-note.tsx";
import { later } from "../../ui/later.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

// The editor is large, and most come to a form for something else.
const RichText = later(async () => (await import("./rich-text.tsx")).RichText);
const FormatBar = later(async () => (await import("./format-bar.tsx")).FormatBar);

export type RichFieldProps = {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** What it begins with. */
  html: string;
  onHtmlChange: (html: string) => void;
  onEditor?: (editor: Editor | null) => void;
  /** Lines stand close, as on a card. */
  isTight?: boolean;
  className?: string;
};

/** A text with looks in a form; it carries no files. */
export function RichField(props: RichFieldProps) {
  const { label, hint, error, html, onHtmlChange, onEditor, isTight = false, className } = props;
  const id = useId();
  const [editor, setEditor] = useState<Editor | null>(null);
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs text-ink-2">{label}</span>
      <div
        data-rich-field={isTight ? "tight" : ""}
        className={cn(
          "@container/composer flex min-h-32 flex-col overflow-hidden rounded-md border border-field bg-surface focus-within:outline-2 focus-within:outline-accent",
          error !== undefined && "border-bad",
          className,
        )}
      >
        <Suspense fallback={<Skeleton className="m-3 h-10" />}>
          <RichText
            label={label}
            describedBy={id}
            html={html}
            files={[]}
            startsFocused={false}
            onChange={(written) => onHtmlChange(written.html)}
            onFiles={() => undefined}
            onEditor={(now) => {
              setEditor(now);
              onEditor?.(now);
            }}
          />
        </Suspense>
        <Suspense>{editor && <FormatBar editor={editor} />}</Suspense>
      </div>
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}
