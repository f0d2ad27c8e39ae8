"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { countsOptions } from "#lib/query/conversations";
import { useFirstStrings } from "../language/use-first-strings.ts";

/** The number of unseen conversations in the tab's title, and a dot on its icon. */
export function UnseenInTitle({ title }: { title: string }) {
  const strings = useFirstStrings();
  const { data: counts } = useQuery(countsOptions());
  const unseen = counts?.unseen ?? 0;
  const named = `${title} · ${strings.product}`;
  const wanted = unseen > 0 ? strings.live.titleWithUnseen(unseen, named) : named;
  useEffect(() => {
    const assert = () => {
      if (document.title !== wanted) document.title = wanted;
    };
    assert();
    // The title that the server sent may come later than the page it belongs to.
    const observer = new MutationObserver(assert);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [wanted]);
  useEffect(() => {
    setIcon(unseen > 0 ? "/icons/unseen.png" : "/icon.png");
  }, [unseen]);
  return null;
}

function setIcon(href: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')) {
    if (new URL(link.href).pathname !== href) link.href = href;
  }
}
