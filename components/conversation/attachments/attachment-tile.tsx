"use client";

import { Download } from "lucide-react";
import { Suspense, useState } from "react";
import { cn } from "#lib/cn";
import { formatBytes } from "#lib/bytes";
import type { Attachment } from "#lib/contracts/message";
import { fileKind } from "#lib/files/file-kind";
import { useStrings } from "../../language/use-strings.ts";
import { later } from "../../ui/later.tsx";
import { useAskedMenu } from "../../ui/use-asked-menu.ts";
import { FileMark } from "./file-mark.tsx";
import { PdfTile } from "./pdf/pdf-tile.tsx";

const FileMenu = later(async () => (await import("./file-menu.tsx")).FileMenu);

/** A small picture of a large file is not worth what it takes to bring it here unasked. */
const pdfTileBytesMax = 5_000_000;

export type AttachmentTileProps = { file: Attachment; onLook: () => void };

/** One file: a click looks at it, the arrow saves it. */
export function AttachmentTile({ file, onLook }: AttachmentTileProps) {
  const strings = useStrings();
  const words = strings.conversation;
  const name = file.filename || words.unnamedFile;
  const asked = useAskedMenu();
  const kind = fileKind(file);
  const isPicture = kind === "picture";
  return (
    // What its menu offers has buttons, too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      {...asked.handlers}
      className={cn(
        "group/file relative flex max-w-full min-w-0 flex-col overflow-hidden rounded-md border border-line hover:bg-hover",
        // Two pictures stand side by side where the contact leaves the least room.
        isPicture ? "pair:w-46" : "pair:w-64",
      )}
    >
      {isPicture && <Picture file={file} />}
      {kind === "pdf" && file.sizeBytes <= pdfTileBytesMax && <PdfTile file={file} />}
      <div className="flex min-w-0 items-center gap-[9px] py-1.5 pr-2 pl-2">
        {!isPicture && <FileMark name={name} contentType={file.contentType} />}
        <button
          type="button"
          onClick={onLook}
          aria-label={words.look(name)}
          title={name}
          className="min-w-0 grow text-left after:absolute after:inset-0"
        >
          <bdi className="block truncate font-strong">{name}</bdi>
          <span className="block text-xs tabular-nums text-ink-3" suppressHydrationWarning>
            {formatBytes(file.sizeBytes, strings.locale)}
          </span>
        </button>
        <a
          href={`/api/attachments/${file.id}`}
          download={name}
          aria-label={words.download(name)}
          title={words.download(name)}
          className="relative z-10 grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-line hover:text-ink print:hidden"
        >
          <Download aria-hidden className="size-3.5!" />
        </a>
      </div>
      {asked.at && (
        <Suspense>
          <FileMenu file={file} at={asked.at} onClose={asked.close} onLook={onLook} />
        </Suspense>
      )}
    </div>
  );
}

/** Drawn anew by the server, small; nothing where that cannot be done. */
function Picture({ file }: { file: Attachment }) {
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return null;
  return (
    <img
      src={`/api/attachments/${file.id}?size=small`}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setIsBroken(true)}
      className="h-32 w-full border-b border-line bg-hover object-cover"
    />
  );
}
