"use client";

import type { Editor } from "@tiptap/react";
import { Captions } from "lucide-react";
import { useState, type ComponentProps, type FormEvent } from "react";
import { useStrings } from "../../language/use-strings.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { Popover } from "../../ui/popover.tsx";

export type ImageButtonProps = Partial<ComponentProps<typeof IconButton>> & { editor: Editor };

/** Says what the chosen image shows, for who cannot see it. */
export function ImageButton({ editor, ...rest }: ImageButtonProps) {
  const words = useStrings().composer;
  const [isOpen, setIsOpen] = useState(false);
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const alt = new FormData(event.currentTarget).get("alt");
    editor
      .chain()
      .focus()
      .updateAttributes("mailImage", { alt: typeof alt === "string" ? alt.trim() : "" })
      .run();
    setIsOpen(false);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      label={words.describeImage}
      side="top"
      trigger={<IconButton {...rest} icon={Captions} label={words.describeImage} />}
    >
      <form onSubmit={handleSubmit} className="flex gap-2">
        <Input
          name="alt"
          aria-label={words.describeImage}
          defaultValue={String(editor.getAttributes("mailImage")["alt"] ?? "")}
        />
        <Button type="submit" look="primary" className="h-8 pointer-coarse:h-10">
          {words.describeSet}
        </Button>
      </form>
    </Popover>
  );
}
