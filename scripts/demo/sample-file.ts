import { seededRandom } from "#server/testing/seeded-random";

/** A 1×1 picture, blown up with a comment to the size of a small photograph. */
const tinyJpeg =
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=";

export function sampleFile(file: { name: string; kind: "jpg" | "pdf" | "csv"; kib: number }): {
  filename: string;
  content: Buffer;
  contentType: string;
} {
  switch (file.kind) {
    case "jpg":
      return { filename: file.name, content: jpegOf(file.kib), contentType: "image/jpeg" };
    case "pdf":
      return { filename: file.name, content: Buffer.from(pdfOf(file.kib)), contentType: "application/pdf" };
    case "csv":
      return {
        filename: file.name,
        content: Buffer.from("sku,stock\nSALT-20,14\nSALT-24,3\n"),
        contentType: "text/csv",
      };
    default:
      return file.kind satisfies never;
  }
}

/** Comment segments (FFFE) after the start marker: still a picture, and not a small one. */
function jpegOf(kib: number): Buffer {
  const picture = Buffer.from(tinyJpeg, "base64");
  const random = seededRandom(kib);
  const noise = Buffer.from(Array.from({ length: kib * 1024 }, () => Math.floor(random.next() * 256)));
  const segment = Buffer.concat([
    Buffer.from([0xff, 0xfe, ((noise.length + 2) >> 8) & 0xff, (noise.length + 2) & 0xff]),
    noise,
  ]);
  return Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]);
}

function pdfOf(kib: number): string {
  const page =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n";
  return `${page}%${" ".repeat(Math.max(0, kib * 1024 - page.length - 8))}\n%%EOF\n`;
}
