import type { liveEn } from "./live.en.ts";

export const liveDe: typeof liveEn = {
  states: { live: "live", connecting: "verbindet", offline: "offline" },
  offline: "Keine Verbindung. Sie sehen den letzten Stand; alles Weitere wird von selbst nachgeholt.",
  offlinePage: {
    title: "Keine Verbindung",
    text: "Postroom ist gerade nicht erreichbar. Diese Seite versucht es von selbst erneut; was Sie geschrieben haben, bleibt erhalten.",
  },
  titleWithUnseen: (count, title) => `(${count}) ${title}`,
};
