import { Download } from "lucide-react";
import { formatBytes } from "#lib/bytes";
import type { Attachment } from "#lib/contracts/message";
import { useStrings } from "../language/use-strings.ts";

/** The files of a mail, to download; what is shown inside its text is not repeated. */
export function AttachmentChips({ attachments }: { attachments: readonly Attachment[] }) {
  const strings = useStrings();
  const files = attachments.filter((attachment) => !attachment.inline);
  if (files.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-2">
      {files.map((file) => (
        <li key={file.id} className="min-w-0">
          <FileChip
            id={file.id}
            name={file.filename || strings.conversation.unnamedFile}
            contentType={file.contentType}
            sizeBytes={file.sizeBytes}
          />
        </li>
      ))}
    </ul>
  );
}

type FileChipProps = { id: number; name: string; contentType: string; sizeBytes: number };

function FileChip({ id, name, contentType, sizeBytes }: FileChipProps) {
  const strings = useStrings();
  return (
    <a
      href={`/api/attachments/${id}`}
      download={name}
      title={strings.conversation.download(name)}
      className="group/file inline-flex max-w-60 min-w-0 items-center gap-[9px] rounded-md border border-line py-1.5 pr-3 pl-2 hover:bg-hover"
    >
      <FileMark name={name} contentType={contentType} />
      <span className="min-w-0">
        <bdi className="block truncate font-strong">{name}</bdi>
        <span className="block text-xs tabular-nums text-ink-3" suppressHydrationWarning>
          {formatBytes(sizeBytes, strings.locale)}
        </span>
      </span>
      <Download aria-hidden className="ml-1 hidden size-3.5! text-ink-3 group-hover/file:block" />
    </a>
  );
}

/** A small sheet of paper that says what kind of file it is. */
export function FileMark({ name, contentType }: { name: string; contentType: string }) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? contentType.split("/")[1]?.slice(0, 4) ?? "";
  return (
    <span
      aria-hidden
      className="grid h-9 w-[30px] shrink-0 place-items-center rounded-sm bg-hover text-[9px] font-strong text-ink-3 uppercase group-hover/file:bg-line"
    >
      {ending}
    </span>
  );
}
