"use client";

import { Paperclip, RotateCw, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax } from "#lib/contracts/send";
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
    <ul className="flex max-h-48 shrink-0 flex-wrap gap-1.5 overflow-y-auto px-3 pb-2">
      {files.map((file) => (
        <TrayItem key={`f${file.id}`} name={file.filename} onRemove={() => onRemove(file)}>
          <span className="shrink-0 text-xs text-ink-3 tabular-nums">{size(file.sizeBytes)}</span>
        </TrayItem>
      ))}
      {uploads.map((upload) =>
        upload.error === null ? (
          <TrayItem key={`u${upload.key}`} name={upload.name} onRemove={upload.cancel}>
            <Progress label={words.uploading(upload.name)} done={upload.share} total={1} className="w-16 shrink-0" />
          </TrayItem>
        ) : (
          <TrayItem
            key={`u${upload.key}`}
            name={upload.name}
            error={upload.error}
            onRemove={upload.cancel}
            onRetry={upload.retry}
          />
        ),
      )}
      {files.length > 0 && (
        <li className="self-center text-xs text-ink-3 tabular-nums">
          {words.attachedTotal(size(totalBytes), size(mailFilesBytesMax))}
        </li>
      )}
    </ul>
  );
}

type TrayItemProps = {
  name: string;
  onRemove: () => void;
  onRetry?: (() => void) | null;
  /** Why it is not there; takes a line of its own. */
  error?: string;
  children?: ReactNode;
};

const buttonClasses =
  "grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink pointer-coarse:size-8";

function TrayItem({ name, onRemove, onRetry = null, error, children }: TrayItemProps) {
  const words = useStrings().composer;
  return (
    <li
      className={cn(
        "flex min-h-8 max-w-full min-w-0 items-center gap-2 rounded-md border border-line pr-1 pl-2",
        error !== undefined && "basis-full border-bad",
      )}
    >
      <Paperclip aria-hidden className="size-3.5! text-ink-3" />
      {error === undefined ? (
        <bdi className="max-w-52 truncate">{name}</bdi>
      ) : (
        <span className="min-w-0 grow py-1">
          <bdi className="block truncate">{name}</bdi>
          <span role="alert" className="block text-xs text-bad">
            {error}
          </span>
        </span>
      )}
      {children}
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
