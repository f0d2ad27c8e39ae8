"use client";

import type { Editor } from "@tiptap/react";
import { Paperclip } from "lucide-react";
import { Toolbar as Radix } from "radix-ui";
import type { ChangeEvent, RefObject } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { MenuCheckItem, MenuItem, MenuSeparator } from "../../ui/menu.tsx";
import { CannedButton } from "../canned/canned-button.tsx";
import { Marks } from "./marks.tsx";
import { PlainMenu } from "./plain-menu.tsx";

export type ToolbarProps = {
  editor: Editor | null;
  /** The text has no looks. */
  isPlain: boolean;
  onPlainChange: (isPlain: boolean) => void;
  /** What is written is to be used again. */
  onKeep: () => void;
  /** The field that files are chosen in. */
  picker: RefObject<HTMLInputElement | null>;
  /** What a file may have, said before one is chosen. */
  attachHint: string;
  onFiles: (files: File[]) => void;
};

/** One stop of the Tab key; arrows go from button to button. */
export function Toolbar(props: ToolbarProps) {
  const { editor, isPlain, onPlainChange, onKeep, picker, attachHint, onFiles } = props;
  const strings = useStrings();
  const words = strings.composer;
  const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  const ofMail = (
    <>
      <MenuSeparator />
      <MenuCheckItem checked={isPlain} onCheckedChange={onPlainChange}>
        {strings.plain.name}
      </MenuCheckItem>
      <MenuItem onSelect={onKeep}>{strings.canned.keep} …</MenuItem>
    </>
  );
  return (
    <Radix.Root aria-label={words.toolbar} className="flex shrink-0 items-center gap-0.5 pointer-coarse:[&_button]:w-8">
      {editor && (isPlain ? <PlainMenu editor={editor}>{ofMail}</PlainMenu> : <Marks editor={editor}>{ofMail}</Marks>)}
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
