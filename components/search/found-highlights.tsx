"use client";

import { useEffect, useMemo, type RefObject } from "react";
import { wantedWords } from "#lib/search/mark-words";
import { parseQuery } from "#lib/search/parse-query";
import { useInboxFilter } from "../inbox/use-inbox-location.ts";
import { highlightWords } from "./highlight-words.ts";

/** Marks in the open conversation what the search looked for, without touching what is drawn there. */
export function FoundHighlights({ within }: { within: RefObject<HTMLElement | null> }) {
  const { q } = useInboxFilter();
  const wanted = useMemo(
    () =>
      q === undefined
        ? []
        : wantedWords(parseQuery(q).tree, ["subject", "body", "note", "from", "to", "cc", "filename"]),
    [q],
  );
  useEffect(() => {
    if (within.current && wanted.length > 0) return highlightWords(within.current, wanted);
    return undefined;
  }, [within, wanted]);
  return null;
}
