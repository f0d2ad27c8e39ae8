"use client";

import { useState } from "react";
import { useStrings } from "../language/use-strings.ts";
import type { MailFile } from "./mail-fields.ts";
import { uploadFile } from "./upload-file.ts";
import { messageOf } from "../settings/apply-problem.ts";

export type Upload = { key: number; name: string; share: number; error: string | null; cancel: () => void };

let nextKey = 1;

/** Files on their way to the server, each with how far it has come. */
export function useUploads(onUploaded: (file: MailFile) => void) {
  const strings = useStrings();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const patch = (key: number, change: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const remove = (key: number) => setUploads((now) => now.filter((upload) => upload.key !== key));

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const key = nextKey++;
      const aborter = new AbortController();
      const cancel = () => {
        aborter.abort();
        remove(key);
      };
      setUploads((now) => [...now, { key, name: file.name, share: 0, error: null, cancel }]);
      uploadFile(file, (share) => patch(key, { share }), aborter.signal)
        .then(({ attachmentId, filename, contentType, sizeBytes }) => {
          remove(key);
          onUploaded({ id: attachmentId, filename, contentType, sizeBytes });
        })
        .catch((error: Error) => {
          if (!aborter.signal.aborted) patch(key, { error: messageOf(strings, error) });
        });
    }
  };
  return { uploads, add, isBusy: uploads.some((upload) => upload.error === null) };
}
