import type { RestStrings } from "./strings.ts";

export const placesDe: RestStrings["places"] = {
  markAllSeen: "Alles als gesehen markieren",
  nothingUnseen: "Hier ist alles gesehen.",
  search: "Darin suchen",
  copyLink: "Link kopieren",
  openInTab: "In neuem Tab öffnen",
};
