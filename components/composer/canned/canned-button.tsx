"use client";

import type { Editor } from "@tiptap/react";
import { MessageSquareText } from "lucide-react";
import type { ComponentProps } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { askForReply } from "./canned-suggestion.ts";

export type CannedButtonProps = Partial<ComponentProps<typeof IconButton>> & { editor: Editor };

/** For who does not know that a slash does it. */
export function CannedButton({ editor, ...rest }: CannedButtonProps) {
  const words = useStrings().canned;
  return (
    <IconButton {...rest} icon={MessageSquareText} label={words.insert} keys="/" onClick={() => askForReply(editor)} />
  );
}
