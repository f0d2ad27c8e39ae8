"use client";

import { useQuery } from "@tanstack/react-query";
import { sourceHeaders } from "#lib/mail/source-headers";
import { messageSourceOptions } from "#lib/query/messages";
import { useStrings } from "../../language/use-strings.ts";
import { Banner } from "../../ui/banner.tsx";
import { HeaderTable } from "./header-table.tsx";

/** More than this nobody reads in a window. */
const charactersMax = 200_000;

/** The mail as the server has it: all its headers, or all of it. */
export function SourceView({ messageId, part }: { messageId: number; part: "headers" | "source" }) {
  const strings = useStrings();
  const { data: source, error } = useQuery(messageSourceOptions(messageId));
  if (error) return <Banner tone="warn">{error.message}</Banner>;
  if (source === undefined) return <p className="text-ink-3">{strings.common.loading}</p>;
  if (part === "headers") return <HeaderTable rows={sourceHeaders(source).map(({ name, value }) => [name, value])} />;
  return (
    <>
      <pre className="rounded-md bg-hover p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap select-text">
        {source.slice(0, charactersMax)}
      </pre>
      {source.length > charactersMax && <p className="mt-2 text-xs text-ink-3">{strings.conversation.previewCut}</p>}
    </>
  );
}
