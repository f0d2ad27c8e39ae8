"use client";

import type { Editor } from "@tiptap/react";
import { Suspense, useState } from "react";
import type { SignaturePlace } from "#lib/contracts/vocabulary";
import { useStrings } from "../language/use-strings.ts";
import { RadioCards } from "../settings/radio-cards.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { later } from "../ui/later.tsx";

// The editor is large, and most come here for something else.
const RichText = later(async () => (await import("../composer/editor/rich-text.tsx")).RichText);
const FormatBar = later(async () => (await import("../composer/editor/format-bar.tsx")).FormatBar);

export type SignatureFieldProps = {
  html: string;
  place: SignaturePlace;
  onHtmlChange: (html: string) => void;
  onPlaceChange: (place: SignaturePlace) => void;
};

/** What stands below mail from an account, and where in an answer. */
export function SignatureField({ html, place, onHtmlChange, onPlaceChange }: SignatureFieldProps) {
  const words = useStrings().accounts.signature;
  const [editor, setEditor] = useState<Editor | null>(null);
  return (
    <>
      <div className="flex flex-col gap-1">
        <span className="text-xs text-ink-2">{words.label}</span>
        <div
          data-signature-field
          className="@container/composer flex max-h-56 min-h-32 flex-col overflow-hidden rounded-md border border-field focus-within:outline-2 focus-within:outline-accent"
        >
          <Suspense fallback={<Skeleton className="m-3 h-10" />}>
            <RichText
              label={words.label}
              html={html}
              files={[]}
              startsFocused={false}
              onChange={(written) => onHtmlChange(written.html)}
              onFiles={() => undefined}
              onEditor={setEditor}
            />
          </Suspense>
          <Suspense>{editor && <FormatBar editor={editor} />}</Suspense>
        </div>
        <span className="text-xs text-ink-3">{words.hint}</span>
      </div>
      <RadioCards
        label={words.place}
        value={place}
        options={[
          { value: "above", label: words.above },
          { value: "below", label: words.below },
        ]}
        onValueChange={onPlaceChange}
        className="grid-cols-2"
      />
    </>
  );
}
