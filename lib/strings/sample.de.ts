import type { RestStrings } from "./strings.ts";

export const sampleDe: RestStrings["sample"] = {
  offer: "Mit Beispielmails umsehen",
  text: "Das sind Beispielmails zum Umsehen. Nichts davon verlässt diesen Rechner.",
  textBesideReal: (name) =>
    `${name} ist verbunden, die Beispielmails werden also nicht mehr gebraucht. Nichts davon verlässt diesen Rechner.`,
  connect: "Postfach verbinden",
  remove: "Beispielmails entfernen",
  removed: "Die Beispielmails sind weg.",
  bringBack: "Zurückholen",
  noServer: "Hinter Beispielmails steht kein Mailserver: Nichts wird abgeglichen, abgerufen oder gesendet.",
  removeText:
    "Sie verschwinden ganz, mit allem, was an ihnen getan wurde: Notizen, Schlagwörtern, Entwürfen. Die E-\u2060Mails anderer Konten bleiben, wie sie sind.",
  notSent: "Beispielmails gehen an niemanden. Was Sie schreiben, bleibt als Entwurf erhalten.",
};
