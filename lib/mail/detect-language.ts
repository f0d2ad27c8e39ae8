export const detectedLanguages = [
  "en",
  "zh",
  "hi",
  "es",
  "fr",
  "ar",
  "bn",
  "pt",
  "ru",
  "de",
  "ja",
  "it",
  "nl",
] as const;
export type DetectedLanguage = (typeof detectedLanguages)[number];

/** What is read before it is decided. */
const charactersMax = 4000;
/** Fewer of a language's little words than this say nothing. */
const wordsMin = 2;

const scripts: [DetectedLanguage, RegExp][] = [
  ["ja", /[\u3040-\u30ff]/gu],
  ["zh", /\p{Script=Han}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
];

/** The words that a language cannot do without, and that its neighbours do not have. */
const little: Partial<Record<DetectedLanguage, string>> = {
  en: "the and you your we our is are with this that for have not please thank thanks hello will would could can from by it",
  de: "der die das und ist nicht mit sie wir ich ein eine für auf den dem von zu bitte danke hallo ihre ihr können könnten uns haben",
  fr: "le les des et est vous nous avec pour pas une dans merci bonjour votre ce cette qui je sur du au pourriez être",
  es: "el los las y es con para por una usted gracias hola su que podría está muchas del antes favor buenos",
  pt: "o os as e é com para por uma você obrigado obrigada olá não seu sua que poderia está do da em dos bom",
  it: "il gli e è con per una grazie buongiorno non lei che della del di sono potrebbe questa ciao vostro entro",
  nl: "de het een en is niet met u wij ik voor bedankt hallo uw van kunt graag dat deze zijn onze",
};
const sets = Object.entries(little).map(([code, words]) => ({ code: known(code), words: new Set(words.split(" ")) }));

/** The language of a text, as far as its script or its little words tell; undefined where they do not. Quoted lines do not count. */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const own = text.slice(0, charactersMax).replace(/^>.*$/gm, "").replace(/\S+@\S+|https?:\S+/g, ""); // prettier-ignore
  const letters = own.match(/\p{L}/gu)?.length ?? 0;
  // Kana stand in every Japanese sentence, among many signs that are Chinese as well.
  const script = scripts.find(([code, signs]) => (own.match(signs)?.length ?? 0) > letters * (code === "ja" ? 0.1 : 0.4));
  if (script && letters > 0) return script[0];
  const words = own.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = sets.map(({ code, words: set }) => ({ code, count: words.filter((word) => set.has(word)).length }));
  const [first, second] = counts.toSorted((a, b) => b.count - a.count);
  if (!first || first.count < wordsMin || first.count === second?.count) return undefined;
  return first.code;
} // prettier-ignore

function known(code: string): DetectedLanguage {
  return detectedLanguages.find((each) => each === code) ?? "en";
}
