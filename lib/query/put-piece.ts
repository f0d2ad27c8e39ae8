import { ImportFile } from "../contracts/transfer.ts";
import { ApiError } from "./api-error.ts";
import { problemOf } from "./api.ts";

/** Uploads the next piece of a file. @returns how many bytes are there then */
export async function putPiece(
  transferId: number,
  file: File,
  first: number,
  pieceBytes: number,
  signal: AbortSignal,
): Promise<number> {
  const end = Math.min(file.size, first + pieceBytes);
  const headers = {
    accept: "application/json",
    "content-type": "application/octet-stream",
    "content-range": `bytes ${first}-${end - 1}/${file.size}`,
  };
  const body = file.slice(first, end);
  const response =
    await fetch(`/api/imports/${transferId}/file`, { method: "PUT", credentials: "same-origin", headers, body, signal }) // prettier-ignore
      .catch((error: unknown) => {
        if (signal.aborted) throw error;
        throw new ApiError({ status: 0, code: "offline", detail: "" });
      });
  if (!response.ok) throw await problemOf(response);
  return ImportFile.parse(await response.json()).receivedBytes;
}
