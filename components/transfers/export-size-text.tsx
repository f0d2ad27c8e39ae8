"use client";

import { useQuery } from "@tanstack/react-query";
import { formatBytes } from "#lib/bytes";
import type { ExportScope } from "#lib/contracts/transfer";
import { exportSizeOptions } from "#lib/query/transfers";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";

/** Beyond this, nobody should wait for it. */
const longBytes = 200_000_000;

/** How much it is, and what it takes to get it: two lines, whose room is kept until they come. */
export function ExportSizeText({ scope }: { scope: ExportScope }) {
  const strings = useStrings();
  const words = strings.transfers.export;
  const { data } = useQuery(exportSizeOptions(scope));
  const size = (bytes: number) => formatBytes(bytes, strings.locale);
  if (scope.kind === "search") return <p className="text-xs text-ink-2">{words.searchHint}</p>;
  return (
    <output className="flex min-h-9 flex-col gap-1 text-xs text-ink-2">
      {data && <span>{words.size(data.mailCount, formatCount(strings, data.mailCount), size(data.bytes))}</span>}
      {data && data.missingCount > 0 && (
        <span className="text-ink-3">
          {words.missing(formatCount(strings, data.missingCount), size(data.missingBytes))}{" "}
          {data.missingBytes > longBytes && words.missingLong}
        </span>
      )}
      {data && data.missingCount === 0 && data.mailCount > 0 && <span className="text-ink-3">{words.allHere}</span>}
      {data && data.freeBytes < data.bytes + data.missingBytes && (
        <span className="text-warn">{words.tooLarge(size(data.freeBytes))}</span>
      )}
    </output>
  );
}
