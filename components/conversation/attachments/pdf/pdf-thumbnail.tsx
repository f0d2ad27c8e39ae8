"use client";

import type { Attachment } from "#lib/contracts/message";
import { useStrings } from "../../../language/use-strings.ts";
import { PdfPage } from "./pdf-page.tsx";
import { usePdf } from "./use-pdf.ts";

/** As wide as a tile. */
const width = 256;

export type PdfThumbnailProps = { file: Attachment; onBroken: () => void };

/** The first page in small, its top in sight. */
export function PdfThumbnail({ file, onBroken }: PdfThumbnailProps) {
  const words = useStrings().conversation;
  const pdf = usePdf(file.id, onBroken);
  return pdf && <PdfPage pdf={pdf} number={1} width={width} label={words.firstPage} onBroken={onBroken} />;
}
