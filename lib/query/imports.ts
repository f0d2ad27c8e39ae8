import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ImportFile, TransferDetails, type ImportTarget, type NewCopy } from "../contracts/transfer.ts";
import { get, post } from "./api.ts";
import { keys } from "./keys.ts";
import { putPiece } from "./put-piece.ts";

const pieceBytes = 4 * 1024 * 1024;
/** A connection that is cut is tried again after so long each time. */
const retryMs = [1000, 3000, 10_000, 30_000];

type Upload = {
  file: File;
  accountId: number;
  /** An upload that was begun before. */
  transferId?: number;
  signal: AbortSignal;
  onProgress: (sentBytes: number) => void;
};

/** Uploads a file piece by piece, and goes on from what has come where the connection was cut. @returns the import's id */
export function useUploadImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, accountId, transferId, signal, onProgress }: Upload) => {
      const id = transferId ?? (await begin(file, accountId));
      void client.invalidateQueries({ queryKey: keys.transfers });
      let failedCount = 0;
      for (let sentBytes = await receivedBytes(id); sentBytes < file.size;) {
        onProgress(sentBytes);
        try {
          sentBytes = await putPiece(id, file, sentBytes, pieceBytes, signal);
          failedCount = 0;
        } catch (error) {
          const waitMs = retryMs[failedCount];
          if (signal.aborted || waitMs === undefined) throw error;
          failedCount += 1;
          await new Promise((resolve) => setTimeout(resolve, waitMs));
          sentBytes = await receivedBytes(id);
        }
      }
      onProgress(file.size);
      return id;
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.transfers }),
  });
}

async function begin(file: File, accountId: number): Promise<number> {
  const wanted = { accountId, filename: file.name, sizeBytes: file.size };
  return (await post("/api/imports", wanted, TransferDetails)).id;
}

const receivedBytes = async (id: number) => (await get(`/api/imports/${id}/file`, ImportFile)).receivedBytes;

export function useStartImport(transferId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (target: ImportTarget) => post(`/api/imports/${transferId}/start`, target, TransferDetails),
    onSettled: () => client.invalidateQueries({ queryKey: keys.transfers }),
  });
}

export function useBeginCopy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: NewCopy) => post("/api/copies", wanted, TransferDetails),
    onSettled: () => client.invalidateQueries({ queryKey: keys.transfers }),
  });
}
