import type { PDFDocumentProxy } from "pdfjs-dist";
import { fitPage } from "./fit-page.ts";

const drawMs = 20_000;

/**
 * Draws a page as wide as `width` CSS pixels, without anything that could be clicked or filled in.
 * @throws when it is aborted, takes too long or cannot be drawn
 */
export async function drawPage(
  canvas: HTMLCanvasElement,
  pdf: PDFDocumentProxy,
  { number, width, signal }: { number: number; width: number; signal: AbortSignal },
): Promise<void> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const fit = fitPage(natural, width, window.devicePixelRatio);
  if (!fit || signal.aborted) throw new Error("There is nothing to be drawn.");
  canvas.width = fit.width;
  canvas.height = fit.height;
  const drawing = page.render({ canvas, viewport: page.getViewport({ scale: fit.scale }), annotationMode: 0 });
  const end = () => drawing.cancel();
  signal.addEventListener("abort", end, { once: true });
  const timer = setTimeout(end, drawMs);
  try {
    await drawing.promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    page.cleanup();
  }
}
