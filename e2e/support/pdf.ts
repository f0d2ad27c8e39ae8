import type { Locator } from "@playwright/test";

/** A PDF file of pages with a black square in the middle, without the table that readers can do without. */
export function blackPages(count: number): string {
  const pages = Array.from({ length: count }, (_, index) => 4 + index);
  const drawing = "0 0 0 rg 50 100 200 200 re f";
  return [
    "%PDF-1.4",
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    `2 0 obj<</Type/Pages/Count ${count}/Kids[${pages.map((id) => `${id} 0 R`).join(" ")}]>>endobj`,
    `3 0 obj<</Length ${drawing.length}>>stream\n${drawing}\nendstream endobj`,
    ...pages.map((id) => `${id} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 3 0 R>>endobj`),
    "trailer<</Root 1 0 R>>",
    "%%EOF",
  ].join("\n");
}

/** The colour in the middle of what is drawn on a canvas; white where nothing is. */
export function middleOf(canvas: Locator): Promise<number[]> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return [];
    const { data } = element.getContext("2d")?.getImageData(element.width / 2, element.height / 2, 1, 1) ?? {};
    return data && data[3] !== 0 ? Array.from(data).slice(0, 3) : [255, 255, 255];
  });
}
