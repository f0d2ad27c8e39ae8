"use client";

import { useState } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { CannedReplyDialog } from "../../settings/canned/canned-reply-dialog.tsx";
import { toast } from "../../ui/toast.ts";
import { htmlOfText } from "../editor/html-of-text.ts";
import type { MailFields } from "../mail-fields.ts";

export type KeepReplyProps = { fields: Pick<MailFields, "isPlain" | "html" | "text">; onClose: () => void };

/** Makes what is written a canned reply: its writer's own words, without signature, quote and images. */
export function KeepReply({ fields, onClose }: KeepReplyProps) {
  const words = useStrings().canned;
  const [html] = useState(() => ownWords(fields.isPlain ? htmlOfText(fields.text) : fields.html));
  return (
    <CannedReplyDialog
      reply={null}
      html={html}
      onSaved={({ name }) => void toast(words.saved(name))}
      onClose={onClose}
    />
  );
}

function ownWords(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll("[data-signature], blockquote[type=cite], img")) element.remove();
  return body.innerHTML;
}
