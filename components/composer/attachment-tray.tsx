"use client";

import { RotateCw, X } from "lucide-react";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax } from "#lib/contracts/send";
import { FileMark } from "../conversation/attachments/file-mark.tsx";
import { useStrings } from "../language/use-strings.ts";
import { Progress } from "../ui/progress.tsx";
import type { MailFile } from "./mail-fields.ts";
import type { Upload } from "./use-uploads.ts";

export type AttachmentTrayProps = {
  files: readonly MailFile[];
  uploads: readonly Upload[];
  onRemove: (file: MailFile) => void;
};

/** What a mail carries, and what is still on its way to the server. */
export function AttachmentTray({ files, uploads, onRemove }: AttachmentTrayProps) {
  const strings = useStrings();
  const words = strings.composer;
  if (files.length + uploads.length === 0) return null;
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  const size = (bytes: number) => formatBytes(bytes, strings.locale);
  return (
    <ul className="flex max-h-28 flex-wrap gap-2 overflow-y-auto px-3.5 pb-2">
      {files.map((file) => (
        <TrayItem
          key={`f${file.id}`}
          name={file.filename}
          contentType={file.contentType}
          onRemove={() => onRemove(file)}
        >
          {formatBytes(file.sizeBytes, strings.locale)}
        </TrayItem>
      ))}
      {uploads.map((upload) => (
        <TrayItem
          key={`u${upload.key}`}
          name={upload.name}
          contentType=""
          onRemove={upload.cancel}
          onRetry={upload.error === null ? null : upload.retry}
        >
          {upload.error === null ? (
            <Progress label={words.uploading(upload.name)} done={upload.share} total={1} className="mt-1.5 w-24" />
          ) : (
            <span role="alert" className="whitespace-normal text-bad">
              {upload.error}
            </span>
          )}
        </TrayItem>
      ))}
      {files.length > 0 && (
        <li className="self-center text-xs tabular-nums text-ink-3">
          {words.attachedTotal(size(totalBytes), size(mailFilesBytesMax))}
        </li>
      )}
    </ul>
  );
}

type TrayItemProps = {
  name: string;
  contentType: string;
  onRemove: () => void;
  onRetry?: (() => void) | null;
  children: React.ReactNode;
};

const buttonClasses =
  "grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-8";

function TrayItem({ name, contentType, onRemove, onRetry = null, children }: TrayItemProps) {
  const words = useStrings().composer;
  return (
    <li className="flex max-w-60 min-w-0 items-center gap-2 rounded-md border border-line py-1 pr-1 pl-1.5">
      <FileMark name={name} contentType={contentType} />
      <span className="min-w-0">
        <bdi className="block truncate">{name}</bdi>
        <span className="block truncate text-xs tabular-nums text-ink-3">{children}</span>
      </span>
      {onRetry && (
        <button type="button" aria-label={words.retryUpload(name)} onClick={onRetry} className={buttonClasses}>
          <RotateCw aria-hidden className="size-3.5!" />
        </button>
      )}
      <button type="button" aria-label={words.removeFile(name)} onClick={onRemove} className={buttonClasses}>
        <X aria-hidden className="size-3.5!" />
      </button>
    </li>
  );
}
