"use client";

import type { Editor } from "@tiptap/react";
import { placeholderNames, type PlaceholderName } from "#lib/mail/placeholders";
import { useStrings } from "../../language/use-strings.ts";
import { Button } from "../../ui/button.tsx";

/** Each puts a placeholder where the cursor is. */
export function PlaceholderButtons({ editor }: { editor: Editor }) {
  const words = useStrings().canned;
  const insert = (name: PlaceholderName) => editor.chain().focus().insertContent(`{{${name}}}`).run();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1.5 text-xs text-ink-2">{words.placeholders}</legend>
      <span className="flex flex-wrap gap-1.5">
        {placeholderNames.map((name) => (
          <Button
            key={name}
            size="sm"
            title={`{{${name}}}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(name)}
          >
            {words.placeholder[name]}
          </Button>
        ))}
      </span>
      <span className="text-xs text-ink-3">{words.placeholdersHint}</span>
    </fieldset>
  );
}
