import { ApiError } from "./api-error.ts";
import { problemOf } from "./api.ts";

/** Reads a file that may first have to be fetched from a mail server. @throws ApiError that says why it cannot be had */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path, { credentials: "same-origin" }).catch(() => {
    throw new ApiError({ status: 0, code: "offline", detail: "" });
  });
  if (!response.ok) throw await problemOf(response);
  // Whatever the sender called it, a browser shall not make anything of it.
  return new Blob([await response.arrayBuffer()], { type: "application/octet-stream" });
}
