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
  Omit<SendButtonProps, "isMain"> & { fields: MailFields; state: DraftState; onDiscard: () => void };

/** How it looks, whether it is kept, and what becomes of it. */
export function ComposerFoot(props: ComposerFootProps) {
  const { editor, picker, onFiles, onPlainChange, fields, state, onDiscard, ...sending } = props;
  const strings = useStrings();
  const words = strings.composer;
  const [isKeeping, setIsKeeping] = useState(false);
  // What two windows wrote has to be decided first.
  const isMain = state.kind !== "conflict" && state.kind !== "gone";
  return (
    <footer className="flex items-center gap-1 px-2.5 py-2">
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
      <IconButton icon={Trash2} label={words.discard} className="ml-auto" onClick={onDiscard} />
      <SendButton {...sending} isMain={isMain} />
      {isKeeping && (
        <Suspense>
          <KeepReply fields={fields} onClose={() => setIsKeeping(false)} />
        </Suspense>
      )}
    </footer>
  );
}
