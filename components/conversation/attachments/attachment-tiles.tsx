"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import type { Message } from "#lib/contracts/message";
import { messageTextOptions } from "#lib/query/messages";
import { useStrings } from "../../language/use-strings.ts";
import { AttachmentTile } from "./attachment-tile.tsx";
import { Lightbox } from "./lightbox.tsx";

/** The files of a mail, to look at and to download; a picture that stands in its text is not repeated. */
export function AttachmentTiles({ message }: { message: Message }) {
  const strings = useStrings();
  const { data: text } = useQuery({ ...messageTextOptions(message.id), enabled: false });
  const [shownAt, setShownAt] = useState<number | null>(null);
  const inPlace = new Set(text?.shownAttachmentIds);
  // Until the text is here, what says of itself that it stands there is believed.
  const files = message.attachments.filter(({ id, inline }) => (text ? !inPlace.has(id) : !inline));
  if (files.length === 0) return null;
  return (
    <section aria-label={strings.conversation.files} className="mt-3">
      <ul className="flex flex-wrap gap-2">
        {files.map((file, index) => (
          <li key={file.id} className="min-w-0">
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
