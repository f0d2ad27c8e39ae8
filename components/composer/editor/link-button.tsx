"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { Link } from "lucide-react";
import { useState, type ComponentProps, type FormEvent } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Popover } from "../../ui/popover.tsx";

export type LinkButtonProps = Partial<ComponentProps<typeof IconButton>> & { editor: Editor };

/** Makes a link of what is selected, or takes it away. */
export function LinkButton({ editor, ...rest }: LinkButtonProps) {
  const words = useStrings().composer;
  const [isOpen, setIsOpen] = useState(false);
  const isOn = useEditorState({ editor, selector: ({ editor: now }) => now.isActive("link") });
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const value = new FormData(event.currentTarget).get("href");
    const href = typeof value === "string" ? value.trim() : "";
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href === "") chain.unsetLink().run();
    else setLink(href);
    setIsOpen(false);
  };
  const setLink = (typed: string) => {
    const href = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !isOn)
      chain.insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={words.link}
      side="top"
      trigger={<IconButton {...rest} icon={Link} label={words.link} aria-pressed={isOn} />}
    >
      <form onSubmit={handleSubmit} className="flex gap-2">
        <Input
          name="href"
          type="text"
          inputMode="url"
          aria-label={words.linkAddress}
          placeholder="https://"
          defaultValue={String(editor.getAttributes("link")["href"] ?? "")}
        />
        <Button type="submit" look="primary" className="h-8 pointer-coarse:h-10">
          {words.linkSet}
        </Button>
      </form>
    </Popover>
  );
}
