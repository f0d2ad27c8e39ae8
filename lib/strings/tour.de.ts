import type { tourEn } from "./tour.en.ts";

export const tourDe: typeof tourEn = {
  label: "Rundgang",
  hints: {
    list: {
      title: "Die Hände bleiben auf den Tasten",
      text: ([next = "", previous = "", open = ""]) =>
        `${next} und ${previous} gehen durch die Liste, ${open} öffnet eine Konversation. Die Pfeiltasten tun es auch.`,
    },
    acts: {
      title: "Entscheiden und weiter",
      text: ([close = "", assign = "", undo = ""]) =>
        `${close} schließt eine Konversation, ${assign} gibt sie jemandem. Nichts fragt nach, ob Sie sicher sind: ${undo} nimmt es zurück.`,
    },
    commands: {
      title: "Alles an einem Ort",
      text: ([palette = "", sheet = ""]) =>
        `${palette} findet jeden Befehl und jede Einstellung beim Namen. ${sheet} zeigt alle Tasten.`,
    },
  },
  of: (step, count) => `${step} von ${count}`,
  next: "Weiter",
  done: "Verstanden",
  skip: "Rundgang überspringen",
  again: "Rundgang noch einmal zeigen",
};
