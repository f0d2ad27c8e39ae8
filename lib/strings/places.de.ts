import type { RestStrings } from "./strings.ts";

export const placesDe: RestStrings["places"] = {
  markAllSeen: "Alles als gelesen markieren",
  nothingUnseen: "Hier ist alles gelesen.",
  search: "Darin suchen",
  copyLink: "Link kopieren",
  openInTab: "In neuem Tab öffnen",
};
