"use client";

import type { Editor } from "@tiptap/react";
import { Toolbar as Radix } from "radix-ui";
import { useStrings } from "../../language/use-strings.ts";
import { Marks } from "./marks.tsx";

/** The toolbar of a text that carries no files. */
export function FormatBar({ editor }: { editor: Editor }) {
  const words = useStrings().composer;
  return (
    <Radix.Root
      aria-label={words.toolbar}
      className="flex shrink-0 items-center gap-0.5 border-t border-line px-1.5 py-1"
    >
      <Marks editor={editor} />
    </Radix.Root>
  );
}
