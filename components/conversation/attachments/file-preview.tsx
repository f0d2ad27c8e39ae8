"use client";

import { useQuery } from "@tanstack/react-query";
import { FileQuestion } from "lucide-react";
import { Suspense, useState } from "react";
import type { Attachment } from "#lib/contracts/message";
import { fileKind } from "#lib/files/file-kind";
import { guessSeparator, parseTable } from "#lib/files/parse-table";
import { attachmentTextOptions } from "#lib/query/messages";
import { useStrings } from "../../language/use-strings.ts";
import { later } from "../../ui/later.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

const PdfPreview = later(async () => (await import("./pdf/pdf-preview.tsx")).PdfPreview);

/** All of it is held in memory while it is looked at. */
const pdfBytesMax = 50_000_000;

/** What is in a file, as far as it can be shown without opening it: nothing of it runs. */
export function FilePreview({ file, zoom }: { file: Attachment; zoom: number }) {
  const kind = fileKind(file);
  if (kind === "picture") return <PicturePreview file={file} zoom={zoom} />;
  if (kind === "pdf") return <PdfOrNothing file={file} zoom={zoom} />;
  return kind === "text" ? <TextPreview file={file} /> : <NoPreview />;
}

function PdfOrNothing({ file, zoom }: { file: Attachment; zoom: number }) {
  const [isBroken, setIsBroken] = useState(file.sizeBytes > pdfBytesMax);
  if (isBroken) return <NoPreview />;
  return (
    <Suspense>
      <PdfPreview file={file} zoom={zoom} onBroken={() => setIsBroken(true)} />
    </Suspense>
  );
}

function PicturePreview({ file, zoom }: { file: Attachment; zoom: number }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <NoPreview />;
  return (
    // Room to scroll in, which the keyboard reaches.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="flex min-h-0 grow overflow-auto p-4" tabIndex={0} aria-label={file.filename}>
      <img
        src={`/api/attachments/${file.id}?inline=1`}
        alt={file.filename}
        onError={() => setIsBroken(true)}
        style={zoom === 1 ? undefined : { width: `${zoom * 100}%`, maxWidth: "none", maxHeight: "none" }}
        className="m-auto max-h-full max-w-full object-contain"
      />
    </section>
  );
}

function TextPreview({ file }: { file: Attachment }) {
  const strings = useStrings();
  const { data, isError } = useQuery(attachmentTextOptions(file.id));
  if (isError) return <NoPreview />;
  if (!data)
    return (
      <div className="flex flex-col gap-2 p-6">
        <span className="sr-only">{strings.common.loading}</span>
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
      </div>
    );
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="min-h-0 grow overflow-auto p-4" tabIndex={0} aria-label={file.filename}>
      <div className="mx-auto max-w-4xl rounded-md border border-line bg-surface p-4">
        {/\.(?:csv|tsv)$/i.test(file.filename) ? (
          <TableOf text={data.text} separator={/\.tsv$/i.test(file.filename) ? "\t" : undefined} />
        ) : (
          <pre dir="auto" className="font-mono text-xs wrap-anywhere whitespace-pre-wrap select-text">
            {data.text}
          </pre>
        )}
        {data.isTruncated && <p className="mt-3 text-xs text-ink-3">{strings.conversation.previewCut}</p>}
      </div>
    </section>
  );
}

const rowsMax = 200;

/** Cells as they are written; nothing in them is worked out. */
function TableOf({ text, separator }: { text: string; separator: string | undefined }) {
  const rows = parseTable(text, separator ?? guessSeparator(text), rowsMax);
  return (
    <table className="text-xs select-text">
      <tbody>
        {[...rows.entries()].map(([row, cells]) => (
          <tr key={row}>
            {[...cells.entries()].map(([column, cell]) => (
              <td key={column} dir="auto" className="border border-line px-2 py-1">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoPreview() {
  const strings = useStrings();
  return (
    <div className="m-auto flex flex-col items-center gap-3 p-6 text-ink-2">
      <FileQuestion aria-hidden className="size-8! text-ink-3" />
      {strings.conversation.noPreview}
    </div>
  );
}
