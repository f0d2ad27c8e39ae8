/**
 * PDF files are read by pdf.js in a worker of its own, which evaluates nothing, fetches nothing and runs no script of theirs; what it makes
 * of them is drawn on a canvas. A file that is broken, locked, too large or too slow is not shown.
 */
import type { PDFDocumentProxy } from "pdfjs-dist";

/** Of one picture in it. */
const imagePixelsMax = 16_000_000;
const openMs = 20_000;

/** @throws when it cannot be shown, whatever the reason */
export async function openPdf(attachmentId: number, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const [{ getDocument, GlobalWorkerOptions }, response] = await Promise.all([
    import("pdfjs-dist"),
    fetch(`/api/attachments/${attachmentId}`, { credentials: "same-origin", signal }),
  ]);
  if (!response.ok) throw new Error("The file could not be read.");
  GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();
  const opening = getDocument({
    data: await response.arrayBuffer(),
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    maxImageSize: imagePixelsMax,
    verbosity: 0,
  });
  const end = () => void opening.destroy();
  signal.addEventListener("abort", end, { once: true });
  const timer = setTimeout(end, openMs);
  try {
    return await opening.promise;
  } catch (error) {
    end();
    throw error;
  } finally {
    clearTimeout(timer);
    if (signal.aborted) end();
  }
}
