import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { findTransfer } from "#db/queries/transfers/transfers";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { AppError } from "../../errors.ts";
import { exportPath } from "../../export-files.ts";
import { store } from "../../store.ts";
import { dispositionOf, fileHeaders, webStream } from "../attachments/file-response.ts";

/** The file of an export that is done, whole or the rest of it: a download that was cut goes on (RFC 9110 §14). */
export async function getExportFile(agent: Agent, transferId: number, request: Headers): Promise<Response> {
  const transfer = await findTransfer(store().read, transferId);
  if (!transfer || transfer.kind !== "export" || !can(agent, "transfer.see", transfer))
    throw new AppError("not_found", "There is no such export.");
  if (transfer.state !== "done") throw new AppError("conflict", "This export is not done yet.");
  const file = await stat(exportPath(transferId)).catch(() => null);
  if (!file) throw new AppError("not_found", "This export's file is not kept any more.");
  const etag = `"export-${transferId}-${transfer.finishedAt?.getTime() ?? 0}-${file.size}"`;
  const headers = {
    ...fileHeaders,
    etag,
    "accept-ranges": "bytes",
    "content-type": "application/zip",
    "content-disposition": dispositionOf(`postroom-export-${transferId}.zip`),
  };
  const isSame = [null, etag].includes(request.get("if-range"));
  const range = isSame ? readRange(request.get("range"), file.size) : "whole";
  if (range === "outside")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${file.size}` } });
  const { start, end } = range === "whole" ? { start: 0, end: file.size - 1 } : range;
  return new Response(webStream(createReadStream(exportPath(transferId), { start, end })), {
    status: range === "whole" ? 200 : 206,
    headers: {
      ...headers,
      "content-length": String(end - start + 1),
      ...(range !== "whole" && { "content-range": `bytes ${start}-${end}/${file.size}` }),
    },
  });
}

/** One range; whatever else is asked for is answered with all of it, as RFC 9110 §14.2 allows. */
function readRange(text: string | null, size: number): "whole" | "outside" | { start: number; end: number } {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(text ?? "") ?? [];
  if (from === "" && to === "") return "whole";
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? "outside" : { start, end };
}
