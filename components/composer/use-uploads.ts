"use client";

import { useState } from "react";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax } from "#lib/contracts/send";
import { useStrings } from "../language/use-strings.ts";
import type { MailFile } from "./mail-fields.ts";
import { uploadFile } from "./upload-file.ts";
import { messageOf } from "../settings/apply-problem.ts";

export type Upload = {
  key: number;
  name: string;
  sizeBytes: number;
  share: number;
  error: string | null;
  cancel: () => void;
  /** Null for one that no second try makes smaller. */
  retry: (() => void) | null;
};

type Options = {
  /** What the mail carries already. */
  carriedBytes: number;
  /** Called as it was when the file was chosen. */
  onUploaded: (file: MailFile) => void;
};

let nextKey = 1;

/** Files on their way to the server, each with how far it has come; what is too large is told so before it is sent anywhere. */
export function useUploads({ carriedBytes, onUploaded }: Options) {
  const strings = useStrings();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const patch = (key: number, change: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const remove = (key: number) => setUploads((now) => now.filter((upload) => upload.key !== key));
  const underwayBytes = uploads.reduce((sum, { error, sizeBytes }) => sum + (error === null ? sizeBytes : 0), 0);

  const begin = (file: File, key: number, isInline: boolean) => {
    const aborter = new AbortController();
    const cancel = () => {
      aborter.abort();
      remove(key);
    };
    const retry = () => begin(file, key, isInline);
    patch(key, { share: 0, error: null, cancel, retry });
    uploadFile(file, { isInline, signal: aborter.signal, onProgress: (share) => patch(key, { share }) })
      .then(({ attachmentId, filename, contentType, sizeBytes, contentId }) => {
        remove(key);
        onUploaded({ id: attachmentId, filename, contentType, sizeBytes, contentId });
      })
      .catch((error: Error) => {
        if (!aborter.signal.aborted) patch(key, { error: messageOf(strings, error) });
      });
  };
  /** @param isInline images are to stand in the text, where the cursor is */
  const add = (files: Iterable<File>, isInline = false) => {
    let free = mailFilesBytesMax - carriedBytes - underwayBytes;
    for (const file of files) {
      const key = nextKey++;
      const fits = file.size <= free;
      if (fits) free -= file.size;
      const limit = formatBytes(mailFilesBytesMax, strings.locale);
      const error = fits ? null : strings.composer.tooLarge(file.name, limit);
      const waiting = { key, name: file.name, sizeBytes: file.size, share: 0, error };
      setUploads((now) => [...now, { ...waiting, cancel: () => remove(key), retry: null }]);
      if (fits) begin(file, key, isInline && file.type.startsWith("image/"));
    }
  };
  return { uploads, add, isBusy: uploads.some((upload) => upload.error === null) };
}
