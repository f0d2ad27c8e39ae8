"use client";

import { Trash2 } from "lucide-react";
import { Suspense, useState } from "react";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax } from "#lib/contracts/send";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { later } from "../ui/later.tsx";
import type { DraftState } from "./draft/draft-keeper.ts";
import { DraftMark } from "./draft/draft-mark.tsx";
import { Toolbar, type ToolbarProps } from "./editor/toolbar.tsx";
import type { MailFields } from "./mail-fields.ts";
import { SendButton, type SendButtonProps } from "./send-button.tsx";

// A form, wanted seldom.
const KeepReply = later(async () => (await import("./canned/keep-reply.tsx")).KeepReply);

export type ComposerFootProps = Pick<ToolbarProps, "editor" | "picker" | "onFiles" | "onPlainChange"> &
  Omit<SendButtonProps, "isMain"> & {
    fields: MailFields;
    state: DraftState;
    /** Something is asked before the mail goes: the answer to it is the main thing then. */
    isHeld: boolean;
    onDiscard: () => void;
  };

/** How it looks, whether it is kept, and what becomes of it. */
export function ComposerFoot(props: ComposerFootProps) {
  const { editor, picker, onFiles, onPlainChange, fields, state, isHeld, onDiscard, ...sending } = props;
  const strings = useStrings();
  const words = strings.composer;
  const [isKeeping, setIsKeeping] = useState(false);
  // What two windows wrote has to be decided first.
  const isMain = !isHeld && state.kind !== "conflict" && state.kind !== "gone";
  return (
    // On the smallest phones what ends the writing has a line of its own.
    <footer className="flex flex-wrap items-center gap-1 px-2.5 py-2 @max-[26rem]/composer:gap-x-0.5 @max-[26rem]/composer:pr-2 @max-[26rem]/composer:pl-1.5">
      <Toolbar
        editor={editor}
        isPlain={fields.isPlain}
        onPlainChange={onPlainChange}
        onKeep={() => setIsKeeping(true)}
        picker={picker}
        attachHint={words.attachHint(formatBytes(mailFilesBytesMax, strings.locale))}
        onFiles={onFiles}
      />
      <DraftMark state={state} />
      <span className="ml-auto flex shrink-0 items-center gap-[inherit]">
        <IconButton icon={Trash2} label={words.discard} onClick={onDiscard} />
        <SendButton {...sending} isMain={isMain} />
      </span>
      {isKeeping && (
        <Suspense>
          <KeepReply fields={fields} onClose={() => setIsKeeping(false)} />
        </Suspense>
      )}
    </footer>
  );
}
