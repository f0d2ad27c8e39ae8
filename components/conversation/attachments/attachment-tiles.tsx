"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { cn } from "#lib/cn";
import type { Message } from "#lib/contracts/message";
import { fileKind } from "#lib/files/file-kind";
import { messageTextOptions } from "#lib/query/messages";
import { useStrings } from "../../language/use-strings.ts";
import { isOnCard, useEvent } from "../event/use-event.ts";
import { AttachmentTile } from "./attachment-tile.tsx";
import { Lightbox } from "./lightbox.tsx";

/** The files of a mail, to look at and to download; what its text or its event's card shows is not repeated. */
export function AttachmentTiles({ message }: { message: Message }) {
  const strings = useStrings();
  const { data: text } = useQuery({ ...messageTextOptions(message.id), enabled: false });
  const [shownAt, setShownAt] = useState<number | null>(null);
  const inPlace = new Set(text?.shownAttachmentIds);
  const event = useEvent(message);
  const files = message.attachments.filter(
    // Until the text is here, what says of itself that it stands there is believed.
    (file) => !(text ? inPlace.has(file.id) : file.inline) && !isOnCard(file, event),
  );
  if (files.length === 0) return null;
  return (
    <section aria-label={strings.conversation.files} className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {files.map((file, index) => (
          <li
            key={file.id}
            className={cn(
              "min-w-0",
              fileKind(file) === "picture"
                ? "max-pair:w-[calc(50%-4px)] max-pair:max-w-60"
                : "max-pair:w-full max-pair:max-w-96",
            )}
          >
            <AttachmentTile file={file} onLook={() => setShownAt(index)} />
          </li>
        ))}
      </ul>
      {files.length > 1 && (
        <a
          href={`/api/messages/${message.id}/attachments`}
          download
          className="mt-2 inline-flex items-center gap-1.5 rounded-md py-0.5 text-xs text-ink-2 hover:text-ink print:hidden"
        >
          <Download aria-hidden className="size-3.5!" />
          {strings.conversation.downloadAll(message.attachments.length)}
        </a>
      )}
      <Lightbox files={files} at={shownAt} onChange={setShownAt} />
    </section>
  );
}
