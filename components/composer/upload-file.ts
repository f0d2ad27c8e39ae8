import { Upload } from "#lib/contracts/send";
import { ApiError } from "#lib/query/api-error";
import { problemOf } from "#lib/query/api";

export type UploadOptions = {
  /** It stands in the text rather than beside it. */
  isInline: boolean;
  onProgress: (share: number) => void;
  signal: AbortSignal;
};

/** Uploads one file; fetch cannot tell how far it has come, so this is an XMLHttpRequest. */
export function uploadFile(file: File, { isInline, onProgress, signal }: UploadOptions): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.set("file", file, file.name);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      const answer = response.ok
        ? response.json().then((json) => Upload.parse(json))
        : problemOf(response).then(reject);
      answer.then((upload) => upload && resolve(upload)).catch(reject);
    };
    request.onerror = () => reject(new ApiError({ status: 0, code: "offline", detail: "" }));
    request.onabort = () => reject(new DOMException("Taken back.", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.open("POST", isInline ? "/api/uploads?inline=1" : "/api/uploads");
    request.send(body);
  });
}
