import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitQuote } from "./quote.ts";

const answer = "Thanks, that helped.\nWe will try it tomorrow.";

describe("splitQuote", () => {
  it.each([
    "On Mon, 2 Feb 2026 at 10:00, Jane Doe <jane@example.com> wrote:\n> old",
    "On Mon, 2 Feb 2026 at 10:00, Jane Doe\n<jane@example.com>\nwrote:\n> old",
    "Am 02.02.2026 um 10:00 schrieb Jane Doe:\n> old",
    "Am Mo., 2. Feb. 2026 um 10:00 Uhr schrieb Jane Doe <\njane@example.com>:\n> old",
    "Le lun. 2 févr. 2026 à 10:00, Jane Doe <jane@example.com>\na écrit :\n\nold",
    "El lun, 2 feb 2026 a las 10:00, Jane Doe (<jane@example.com>) escribió:\n> old",
    "Il giorno lun 2 feb 2026 alle ore 10:00 Jane Doe <jane@example.com> ha scritto:\n> old",
    "Em seg., 2 de fev. de 2026 às 10:00, Jane Doe <jane@example.com> escreveu:\n> old",
    "Op ma 2 feb 2026 om 10:00 schreef Jane Doe <jane@example.com>:\n> old",
    "Den mån 2 feb. 2026 kl 10:00 skrev Jane Doe <jane@example.com>:\n> old",
    "man. 2. feb. 2026 kl. 10:00 skrev Jane Doe <jane@example.com>:\n> old",
    "ma 2. helmik. 2026 klo 10.00 Jane Doe (jane@example.com) kirjoitti:\n> old",
    "pon., 2 lut 2026 o 10:00 Jane Doe <jane@example.com> napisał(a):\n> old",
    "po 2. 2. 2026 v 10:00 odesílatel Jane Doe <jane@example.com> napsal:\n> old",
    "пн, 2 февр. 2026 г. в 10:00, Jane Doe <jane@example.com>:\n> old",
    "Jane Doe <jane@example.com>, 2 Şub 2026 Pzt, 10:00 tarihinde şunu yazdı:\n> old",
    "Jane Doe <jane@example.com> ezt írta (időpont: 2026. febr. 2., H, 10:00):\n> old",
    "在 2026年2月2日周一 10:00，Jane Doe <jane@example.com> 写道：\n> old",
    "2026年2月2日(月) 10:00 Jane Doe <jane@example.com>:\n> old",
    "2026년 2월 2일 (월) 오전 10:00, Jane Doe <jane@example.com>님이 작성:\n> old",
    "-----Original Message-----\nFrom: Jane\nold",
    "-----Ursprüngliche Nachricht-----\nVon: Jane\nold",
    "________________________________\nFrom: Jane Doe <jane@example.com>\nSent: Monday, 2 February 2026 10:00\nTo: help\nSubject: x\n\nold",
    "Von: Jane Doe <jane@example.com>\nGesendet: Montag, 2. Februar 2026 10:00\nAn: help\nBetreff: x\n\nold",
    "*From:* Jane Doe\n*Sent:* Monday\n*To:* help\n*Subject:* x\n\nold",
    "差出人: Jane Doe\n日付: 2026年2月2日\n宛先: help\n件名: x\n\nold",
    "---- On Mon, 02 Feb 2026 10:00:00 +0100 jane@example.com wrote ----\nold",
    "> old\n> older",
    "-- \nJane Doe\nCEO",
    "Sent from my iPhone",
    "Von meinem iPhone gesendet\n\nOn Mon, 2 Feb 2026 at 10:00, Jane <j@example.com> wrote:\n> old",
  ])("sees where the answer ends before %j", (quoted) => {
    const parts = splitQuote(`${answer}\n\n${quoted}`);
    expect(parts.visible).toBe(answer);
    expect(parts.quoted).toBe(quoted);
  }); // prettier-ignore

  it.each([
    "On average this works well.\nOn Tuesday I wrote: a letter.",
    "See below.\n\n> do you like A?\nYes, A is fine.\n> and B?\nNo.",
    "The data comes from: our database\nand goes to: yours",
    "> only a quote",
    "For you.\n\n---------- Forwarded message ---------\nFrom: Jane\nold",
    "First\n-----\nSecond\n_____\nThird",
    "It was sent from my desk, not from my phone.\nAll of it was.",
    "",
  ])("hides nothing of %j", (text) => {
    expect(splitQuote(text)).toEqual({ visible: text, quoted: "" });
  });

  it("loses no word and shows something", () => {
    const line = fc.constantFrom("hello there", "> quoted", "", "On 2 Feb 2026 at 10:00, J <j@x> wrote:", "-- ", "From: a", "Subject: b", "Date: c", "Sent from my iPhone", "-----Original Message-----");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { visible, quoted } = splitQuote(lines.join("\n"));
        const words = (text: string) => text.split(/\s+/).filter(Boolean);
        expect([...words(visible), ...words(quoted)]).toEqual(words(lines.join("\n")));
        expect(visible.trim() === "").toBe(lines.join("").trim() === "");
      }),
      { seed: 13, numRuns: 300 },
    );
  }); // prettier-ignore
});
