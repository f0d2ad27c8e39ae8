import { describe, expect, it } from "vitest";
import { languages } from "#server/testing/quotes/languages";
import { detectedLanguages, detectLanguage } from "../detect-language.ts";
import { splitQuote } from "../quote.ts";
import { introduceForward, introduceQuote } from "./introduce.ts";

const mail = {
  from: { name: "Jane Doe", address: "jane@example.com" },
  to: [{ name: "", address: "support@acme.test" }],
  cc: [],
  subject: "Kettle",
  at: new Date("2026-02-02T22:05:00Z"),
};

describe("the line above a quote", () => {
  it("is in the language of the mail that is answered, its time on the clock of who answers", () => {
    expect(introduceQuote(mail, "de", "Europe/Berlin")).toBe(
      "Am 02.02.2026 um 23:05 schrieb Jane Doe <jane@example.com>:",
    );
    expect(introduceQuote(mail, "fr", "Asia/Tokyo")).toBe(
      "Le 3 févr. 2026 à 07:05, Jane Doe <jane@example.com> a écrit :",
    );
  });

  it.each(detectedLanguages)("is folded with its quote by our own reading, in %s", (language) => {
    const own = languages.find(({ code }) => code === language)?.own ?? "";
    const text = `${own}\n\n${introduceQuote(mail, language, "UTC")}\n\n> Hello\n> there`;
    expect(splitQuote(text).visible).toBe(own);
  });

  it("cannot be broken by a name", () => {
    const from = { name: "Jane\r\n\r\nwrote: <x>", address: "jane@example.com" };
    expect(introduceQuote({ ...mail, from }, "en", "UTC")).not.toContain("\n");
  });
});

it.each(detectedLanguages)("a forwarded mail is never folded away by our own reading, in %s", (language) => {
  const text = `Please see.\n\n${introduceForward(mail, language, "UTC").join("\n")}\n\nHello`;
  expect(splitQuote(text).visible).toBe(text);
});

describe("the language of a mail", () => {
  it.each(languages.filter(({ code }) => detectedLanguages.some((each) => each === code)))(
    "is told from its words, in $code",
    ({ code, own, quoted }) => {
      const detected = detectLanguage(`${own}\n${quoted}`);
      expect([code, undefined]).toContain(detected);
    },
  );

  it("is told by the usual words of a letter", () => {
    expect(detectLanguage("Guten Tag, wir können das Paket nicht finden. Bitte helfen Sie uns.")).toBe("de");
    expect(detectLanguage("Hello, we cannot find the parcel. Please help us with this.")).toBe("en");
    expect(detectLanguage("Bonjour, nous ne trouvons pas le colis. Merci pour votre aide.")).toBe("fr");
  });

  it("is left open where nothing tells it", () => {
    expect(detectLanguage("OK")).toBeUndefined();
    expect(detectLanguage("> Bitte helfen Sie uns mit der Lieferung und dem Paket.")).toBeUndefined();
  });
});
