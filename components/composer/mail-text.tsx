"use client";

import { useStrings } from "../language/use-strings.ts";
import { PlainTextField } from "./editor/plain-text-field.tsx";
import { RichText, type RichTextProps } from "./editor/rich-text.tsx";
import type { MailFields } from "./mail-fields.ts";

export type MailTextProps = Pick<RichTextProps, "onFiles" | "onEditor" | "startsFocused"> & {
  fields: MailFields;
  onChange: (content: Pick<MailFields, "html" | "text">) => void;
};

/** The words of a mail, with looks or without. */
export function MailText({ fields, onFiles, ...rest }: MailTextProps) {
  const hint = useStrings().composer.placeholderMail;
  return fields.isPlain ? (
    <PlainTextField hint={hint} text={fields.text} onFiles={(files) => onFiles(files, false)} {...rest} />
  ) : (
    <RichText hint={hint} html={fields.html} files={fields.files} onFiles={onFiles} {...rest} />
  );
}
