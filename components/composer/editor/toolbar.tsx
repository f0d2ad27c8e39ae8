"use client";

import type { Editor } from "@tiptap/react";
import { Paperclip } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import type { ChangeEvent, RefObject } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { CannedButton } from "../canned/canned-button.tsx";
import { Marks } from "./marks.tsx";

export type ToolbarProps = {
  editor: Editor | null;
  /** The field that files are chosen in. */
  picker: RefObject<HTMLInputElement | null>;
  /** What a file may have, said before one is chosen. */
  attachHint: string;
  onFiles: (files: File[]) => void;
};

/** One stop of the Tab key; arrows go from button to button. */
export function Toolbar({ editor, picker, attachHint, onFiles }: ToolbarProps) {
  const words = useStrings().composer;
  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  return (
    <Radix.Root aria-label={words.toolbar} className="flex shrink-0 items-center gap-0.5 pointer-coarse:[&_button]:w-8">
      {editor && <Marks editor={editor} />}
      {editor && (
        <Radix.Button asChild>
          <CannedButton editor={editor} />
        </Radix.Button>
      )}
      <Radix.Button asChild>
        <IconButton
          icon={Paperclip}
          label={`${words.attach} (${attachHint})`}
          onClick={() => picker.current?.click()}
        />
      </Radix.Button>
      <input ref={picker} type="file" multiple hidden aria-label={words.attach} onChange={handleChange} />
    </Radix.Root>
  );
}
