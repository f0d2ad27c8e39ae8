"use client";

import type { SignaturePlace } from "#lib/contracts/vocabulary";
import { RichField } from "../composer/editor/rich-field.tsx";
import { useStrings } from "../language/use-strings.ts";
import { RadioCards } from "../settings/radio-cards.tsx";

export type SignatureFieldProps = {
  html: string;
  place: SignaturePlace;
  onHtmlChange: (html: string) => void;
  onPlaceChange: (place: SignaturePlace) => void;
};

/** What stands below mail from an account, and where in an answer. */
export function SignatureField({ html, place, onHtmlChange, onPlaceChange }: SignatureFieldProps) {
  const words = useStrings().accounts.signature;
  return (
    <>
      <RichField
        label={words.label}
        hint={words.hint}
        html={html}
        onHtmlChange={onHtmlChange}
        isTight
        className="max-h-56"
      />
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
