import type { plainEn } from "./plain.en.ts";

/** Mail that is text only. */
export const plainDe: typeof plainEn = { name: "Nur Text", lost: "Die Formatierung ist weg." };
