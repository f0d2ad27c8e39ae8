"use client";

import type { Editor } from "@tiptap/react";
import { Ellipsis, X } from "lucide-react";
import { useMutation } from "@tanstack/react-query";
import { fetchQuote } from "#lib/query/messages";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { cleanPasted } from "./editor/clean-pasted.ts";
import { isPlainEditor, linesOfText, textOfLines } from "./editor/plain-lines.ts";
import { textOfHtml } from "./editor/text-of-html.ts";
import type { MailFields } from "./mail-fields.ts";
import { splitPlainSignature } from "./signature.ts";

export type QuotedBelowProps = {
  fields: MailFields;
  editor: Editor | null;
  /** The account's signature is wanted below the quote. */
  isSignedBelow: boolean;
  onChange: (patch: Pick<MailFields, "quote">) => void;
};

/** The mail that goes below the answer, folded away: opened it is part of the text, to be shortened or answered line by line. */
export function QuotedBelow({ fields, editor, isSignedBelow, onChange }: QuotedBelowProps) {
  const words = useStrings().composer;
  const tellFailure = useTellFailure();
  const { quote, answeredMessageId } = fields;
  const open = useMutation({
    mutationFn: (kind: "reply" | "forward") => fetchQuote(answeredMessageId ?? 0, kind),
    onSuccess: ({ html }) => {
      if (!editor) return;
      const contentIds = fields.files.map((file) => file.contentId).filter((id) => id !== "");
      const clean = cleanPasted(new DOMParser().parseFromString(html, "text/html"), contentIds);
      onChange({ quote: "none" });
      if (isPlainEditor(editor)) insertLines(editor, textOfHtml(clean), isSignedBelow);
      else
        editor
          .chain()
          .insertContentAt(placeOf(editor, isSignedBelow), blankAbove(editor) + clean, { updateSelection: false })
          .run();
      editor.commands.focus("start");
    },
    onError: tellFailure,
  });
  if (quote === "none" || answeredMessageId === null) return null;
  return (
    <div className="flex items-center gap-1 px-3 pb-1.5">
      <IconButton
        size="sm"
        look="default"
        icon={Ellipsis}
        label={words.quotedBelow[quote]}
        tooltipSide="top"
        disabled={open.isPending}
        onClick={() => open.mutate(quote)}
        className="h-6 w-9"
      />
      <IconButton
        size="sm"
        icon={X}
        label={words.dropQuote[quote]}
        tooltipSide="top"
        onClick={() => onChange({ quote: "none" })}
        className="size-6 opacity-60 hover:opacity-100 focus-visible:opacity-100"
      />
    </div>
  );
}

/** The same, line by line. */
function insertLines(editor: Editor, text: string, isSignedBelow: boolean): void {
  const { text: above, closingText } = isSignedBelow
    ? splitPlainSignature(textOfLines(editor.state.doc))
    : { text: textOfLines(editor.state.doc), closingText: "" };
  const parts = [above.trimEnd(), text, closingText];
  editor.commands.setContent(linesOfText(parts.join("\n\n").trimEnd()), { emitUpdate: true });
}

/** A blank line parts it from what is written; one that is there will do. */
function blankAbove(editor: Editor): string {
  return editor.state.doc.lastChild?.content.size === 0 ? "" : "<p></p>";
}

function placeOf(editor: Editor, isSignedBelow: boolean): number {
  let place = editor.state.doc.content.size;
  if (isSignedBelow)
    editor.state.doc.forEach((node, at) => {
      if (node.type.name === "signature") place = at;
    });
  return place;
}
