import { isDivider, isRule } from "./dividers.ts";
import { isBlank, isOwn, type QuoteLine } from "./quote-line.ts";
import { isPlainEnd, isSignatureStart, signatureMax } from "./signature.ts";

/** `My answers are below, in red`: the quote is not marked, and the answers stand in it. */
const promise =
  /(?:answer|repl(?:y|ies)|response|comment|remark|note|feedback)[^.\n]{0,40}(?:below|in-?line|in (?:red|blue|green|bold|caps)|between)|(?:see|please find)[^.\n]{0,20}(?:in-?line|in (?:red|blue|green|bold))|\b(?:in-?line (?:below|answers|comments|repl)|answered in-?line)|(?:antwort|kommentar|anmerkung)[^.\n]{0,40}(?:unten|im text|in (?:rot|blau|grün|fett)|zwischen)|in (?:rot|blau) (?:im|unten|zwischen)|(?:réponse|commentaire|remarque)[^.\n]{0,40}(?:ci-dessous|dans le (?:texte|corps)|en (?:rouge|bleu|gras|vert))|(?:respuesta|comentario|respond)[^.\n]{0,40}(?:abajo|debajo|en (?:rojo|azul|negrita|el texto)|entre líneas)|(?:resposta|comentário)[^.\n]{0,40}(?:abaixo|em (?:vermelho|azul|negrito)|no texto)|(?:rispost|comment)[^.\n]{0,40}(?:sotto|di seguito|in (?:rosso|blu|grassetto)|nel testo)|(?:antwoord|opmerking|reactie)[^.\n]{0,40}(?:hieronder|in (?:rood|blauw|het groen|de tekst))|(?:odpowied|komentarz|uwag)[^.\n]{0,40}(?:poniżej|na czerwono|na niebiesko|w treści|w tekście)|(?:svar|kommentar)[^.\n]{0,40}(?:nedan|i rött|i blått|i texten)|(?:ответ|комментари|отвечаю)[^.\n]{0,40}(?:ниже|красным|синим|в тексте|по тексту)|(?:cevap|yanıt|yorum)[^.\n]{0,40}(?:aşağıda|kırmızı|mavi|metin)|(?:回答|回复|答复|批注|意见|コメント|回答|返信)[^。\n]{0,20}(?:见下|如下|下面|下方|红色|红字|蓝色|赤字|青字|以下|下記|文中|インライン)|(?:红色|红字|赤字|インライン|文中)[^。\n]{0,20}(?:回答|回复|答复|批注|コメント|返信)|(?:답변|답|코멘트|의견)[^.\n]{0,20}(?:아래|빨간|붉은|파란|본문)|(?:아래|빨간)[^.\n]{0,20}(?:답변|답|코멘트)|(?:رد|ردود|إجاب|تعليق|جواب)[^.\n]{0,40}(?:أدناه|بالأحمر|بالأزرق|بين السطور|داخل النص)|(?:उत्तर|जवाब|टिप्पण)[^।\n]{0,40}(?:नीचे|लाल)|(?:नीचे|लाल)[^।\n]{0,40}(?:उत्तर|जवाब|टिप्पण)|(?:উত্তর|জবাব|মন্তব্য)[^।\n]{0,40}(?:নিচে|নীচে|লাল)|(?:নিচে|নীচে|লাল)[^।\n]{0,40}(?:উত্তর|জবাব|মন্তব্য)/iu;

/**
 * Whether the writer's own words may stand between, or below, what is quoted from `contentAt` on: then nothing may be hidden.
 * @param start of the quote with its introduction: the writer's words above may promise answers
 */
export function answersBelow(lines: readonly QuoteLine[], start: number, contentAt: number): boolean {
  const first = lines.slice(contentAt).find((line) => !isBlank(line));
  if (!first) return false;
  if (first.depth === 0) return promisesAnswers(lines, start) || lines.slice(contentAt).some((line) => line.isRed);
  return !isTailFrom(lines, contentAt);
}

function promisesAnswers(lines: readonly QuoteLine[], start: number): boolean {
  return promise.test(
    lines
      .slice(0, start)
      .filter(isOwn)
      .map((line) => line.text)
      .join("\n")
      .slice(-4000),
  );
}

/** What is not marked as quoted is a rest of what is, a signature, or a footer. */
function isTailFrom(lines: readonly QuoteLine[], from: number): boolean {
  const wraps = wrappedLines(lines, from);
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || !isOwn(line) || wraps.has(at)) continue;
    if (isDivider(line.text) || (line.isSignature && !isRule(line.text))) continue;
    if (!isSignatureStart(lines, at) && !isPlainEnd(lines, at)) return false;
    return isShortEnd(lines, at);
  }
  return true;
}

/** From here on a signature, and no quote any more. */
function isShortEnd(lines: readonly QuoteLine[], at: number): boolean {
  const rest = lines.slice(at + 1);
  return !rest.some((line) => line.depth > 0 && !isBlank(line)) && rest.filter(isOwn).length <= signatureMax(lines, at);
}

const wrappedAtLeast = 66;
const restMax = 34;

/**
 * Quoted lines that a mail program broke leave their rests without a mark: always straight below a long quoted line and above another, in small
 * letters, and more than once. A short answer can look like one of them, but not like all.
 */
function wrappedLines(lines: readonly QuoteLine[], from: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = from + 1; at < lines.length; at += 1) {
    const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
    if (!line || !isOwn(line)) continue;
    const isRest =
      before !== undefined && before.depth > 0 && before.text.length >= wrappedAtLeast && (after?.depth ?? 0) > 0 &&
      line.text.length <= restMax && /^[\p{Ll}\p{Nd}]/u.test(line.text.trim());
    if (isRest) found.add(at);
    else if (!isSignatureStart(lines, at)) return new Set();
    else break;
  }
  return found.size >= 2 ? found : new Set();
} // prettier-ignore
