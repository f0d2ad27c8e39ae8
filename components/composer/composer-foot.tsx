"use client";

import { Trash2 } from "lucide-react";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax } from "#lib/contracts/send";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { DraftState } from "./draft/draft-keeper.ts";
import { DraftMark } from "./draft/draft-mark.tsx";
import { Toolbar, type ToolbarProps } from "./editor/toolbar.tsx";
import { SendButton, type SendButtonProps } from "./send-button.tsx";

export type ComposerFootProps = Omit<ToolbarProps, "attachHint"> &
  SendButtonProps & { state: DraftState; onDiscard: () => void };

/** How it looks, whether it is kept, and what becomes of it. */
export function ComposerFoot({ editor, picker, onFiles, state, onDiscard, ...sending }: ComposerFootProps) {
  const strings = useStrings();
  const words = strings.composer;
  const attachHint = words.attachHint(formatBytes(mailFilesBytesMax, strings.locale));
  return (
    <footer className="flex items-center gap-1 px-2.5 py-2">
      <Toolbar editor={editor} picker={picker} attachHint={attachHint} onFiles={onFiles} />
      <DraftMark state={state} />
      <IconButton icon={Trash2} label={words.discard} className="ml-auto" onClick={onDiscard} />
      <SendButton {...sending} />
    </footer>
  );
}
