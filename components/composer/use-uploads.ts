"use client";

import { useEffect, useState } from "react";
import { formatBytes } from "#lib/bytes";
import { mailFilesBytesMax, mailFilesMax } from "#lib/contracts/send";
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
  carried: readonly MailFile[];
  /** Called as it was when the file was chosen. */
  onUploaded: (file: MailFile, original: File) => void;
};

let nextKey = 1;

/** Files on their way to the server, each with how far it has come; what is too large is told so before it is sent anywhere. */
export function useUploads({ carried, onUploaded }: Options) {
  const strings = useStrings();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const patch = (key: number, change: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const remove = (key: number) => setUploads((now) => now.filter((upload) => upload.key !== key));
  const underway = uploads.filter(({ error }) => error === null);
  const isBusy = underway.length > 0;

  // A tab that is closed now takes along what has not come here yet.
  useEffect(() => {
    if (!isBusy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isBusy]);

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
        onUploaded({ id: attachmentId, filename, contentType, sizeBytes, contentId }, file);
      })
      .catch((error: Error) => {
        if (!aborter.signal.aborted) patch(key, { error: messageOf(strings, error) });
      });
  };
  /** @param isInline images are to stand in the text, where the cursor is */
  const add = (files: Iterable<File>, isInline = false) => {
    const taken = [...carried, ...underway];
    let free = mailFilesBytesMax - taken.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    let places = mailFilesMax - taken.length;
    for (const file of files) {
      const key = nextKey++;
      const error = refusal(file, free, places);
      const fits = error === null;
      if (fits) {
        free -= file.size;
        places -= 1;
      }
      const waiting = { key, name: file.name, sizeBytes: file.size, share: 0, error };
      setUploads((now) => [...now, { ...waiting, cancel: () => remove(key), retry: null }]);
      if (fits) begin(file, key, isInline && file.type.startsWith("image/"));
    }
  };
  /** Why it is not even begun with; null when it fits. */
  const refusal = (file: File, free: number, places: number) => {
    const words = strings.composer;
    if (places < 1) return words.tooMany(file.name, mailFilesMax);
    return file.size <= free ? null : words.tooLarge(file.name, formatBytes(mailFilesBytesMax, strings.locale));
  };
  return { uploads, add, isBusy };
}
