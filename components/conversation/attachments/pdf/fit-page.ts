/** Canvases above this are refused by some browsers, and take 64 MB. */
const pixelsMax = 16_000_000;
const sideMax = 16_000;

/**
 * How large a page is drawn to be so many CSS pixels wide, in whole pixels of the screen; smaller where that would be too much.
 * @returns null for a page that has no size
 */
export function fitPage(
  page: { width: number; height: number },
  width: number,
  pixelRatio: number,
): { scale: number; width: number; height: number } | null {
  const area = page.width * page.height;
  if (!Number.isFinite(area) || page.width <= 0 || page.height <= 0) return null;
  const wanted = (width * pixelRatio) / page.width;
  const scale = Math.min(wanted, Math.sqrt(pixelsMax / area), sideMax / Math.max(page.width, page.height));
  const size = (length: number) => Math.max(1, Math.floor(length * scale));
  return { scale, width: size(page.width), height: size(page.height) };
}
