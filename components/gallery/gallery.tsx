"use client";

import { useState } from "react";
import { Announcer } from "../ui/announcer.tsx";
import { Actions } from "./actions.tsx";
import { Feedback } from "./feedback.tsx";
import { Fields } from "./fields.tsx";
import { Floating } from "./floating.tsx";
import { Marks } from "./marks.tsx";

const colorSchemes = ["light", "dark"] as const;

/**
 * Every component of `components/ui` in every state, in both themes side by side. What floats over the page is opened by its buttons,
 * and comes in the theme of the page. Its words are samples, not the interface's, so they stand here and not in a catalogue.
 */
export function Gallery() {
  const [width, setWidth] = useState(560);
  return (
    <main data-gallery className="min-h-dvh overflow-x-auto bg-ground p-6 max-pair:p-3">
      <h1 className="text-xl">Components</h1>
      <Floating />
      <div className="mt-4 flex flex-wrap gap-4">
        {colorSchemes.map((scheme) => (
          <section
            key={scheme}
            data-theme={scheme}
            aria-label={scheme}
            style={{ "--list-width": `${width}px` }}
            className="flex min-w-0 flex-col gap-6 rounded-lg border border-line bg-surface p-5 text-ink pair:w-(--list-width) max-pair:w-full"
          >
            <h2 className="text-lg capitalize">{scheme}</h2>
            <Actions />
            <Fields name={scheme} />
            <Marks />
            <Feedback width={width} onWidth={setWidth} />
          </section>
        ))}
      </div>
      <Announcer />
    </main>
  );
}
