import type { liveEn } from "./live.en.ts";

export const liveDe: typeof liveEn = {
  states: { live: "live", connecting: "verbindet", offline: "offline" },
  offline: "Keine Verbindung. Sie sehen den letzten Stand; alles Weitere wird von selbst nachgeholt.",
  titleWithUnseen: (count, title) => `(${count}) ${title}`,
};
