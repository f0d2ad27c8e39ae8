import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type SampleFile = { name: string; kind: "jpg" | "pdf" | "csv" };

/** A small file of the kind: the picture of that name, a page that says what it is, or a table. */
export async function sampleFile({ name, kind }: SampleFile) {
  switch (kind) {
    case "jpg":
      return { filename: name, content: await readFile(pictureOf(name)), contentType: "image/jpeg" };
    case "pdf":
      return { filename: name, content: pdfOf(pages[name] ?? [name]), contentType: "application/pdf" };
    case "csv":
      return { filename: name, content: Buffer.from("sku,stock\nSALT-20,14\nSALT-24,3\n"), contentType: "text/csv" };
    default:
      return kind satisfies never;
  }
}

const pictureOf = (name: string) => join(/* turbopackIgnore: true */ process.cwd(), "server/sync/sample/files", name);

const pages: Record<string, string[]> = {
  "agreement-signed.pdf": [
    "Wholesale agreement", "Northwind Enamel AB and Carter Supply Co.", "", "1. Carter Supply Co. carries the Saltholm range in its shops.",
    "2. The smallest order is 24 pieces, colours mixed as wished.", "3. The prices of January hold until the end of March.",
    "4. Either side may end this agreement with three months' notice.", "", "Signed: Ben Carter",
  ],
  "wappen.pdf": ["Hotel am Nordhof", "", "Engraving: our coat of arms, 40 mm wide,", "on the lid, opposite the knob.", "", "120 pieces"],
  "kvitto.pdf": ["Kvitto 20413", "Northwind Enamel AB, Malmö", "", "Stekpanna 28 cm   1 st   749,00 kr", "Moms 25 %   149,80 kr", "", "Tack!"],
  "price-list.pdf": [
    "Northwind Enamel: trade prices", "", "SALT-16   Saucepan 16 cm   19.40", "SALT-20   Saucepan 20 cm   24.80", "SALT-24   Casserole 24 cm   38.20",
    "KETT-01   Kettle 1.8 l   31.60", "", "Per piece, in euros, without tax, from 24 pieces.",
  ],
  "receipt.pdf": ["Receipt", "Northwind Enamel", "", "1 casserole, 24 cm   64.90", "", "Paid. Thank you."],
}; // prettier-ignore

/** One A4 page of lines, the first as its heading (ISO 32000-1 §7.5); Helvetica is in every reader. */
function pdfOf([heading = "", ...lines]: string[]): Buffer {
  const text = [
    `BT /F2 20 Tf 64 762 Td (${escape(heading)}) Tj /F1 12 Tf 0 -34 Td 18 TL`,
    ...lines.map((line) => `(${escape(line)}) Tj T*`),
    "ET",
  ].join("\n");
  const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    font("Helvetica"),
    font("Helvetica-Bold"),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, "latin1");
}

const escape = (line: string) => line.replaceAll(/[\\()]/g, String.raw`\$&`);
