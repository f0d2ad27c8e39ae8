import { cleanText } from "./clean-text.ts";
import { splitQuote } from "./quote.ts";

const charactersMax = 200;
/** Enough of a text to find its first words in; more would only cost time. */
const charactersRead = 20_000;

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hallo|hej|hei|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|bonjour|bonsoir|salut|cher|chère|madame|monsieur|hola|buenos días|buenas tardes|estimad[oa]s?|ciao|buongiorno|buonasera|salve|gentile|egregio|olá|oi|bom dia|boa tarde|prezad[oa]s?|car[oa]s?|beste|geachte|goedemorgen|goedemiddag|kära|bästa|kære|kjære|cześć|dzień dobry|szanown[yaie]+|dobrý den|ahoj|vážen[ýáí]|szia|tisztelt|kedves|bună|merhaba|sayın|здравствуйте|добрый (?:день|вечер)|доброе утро|привет|уважаем(?:ый|ая|ые)|вітаю|доброго дня|γεια|αγαπητ|שלום|مرحبا|السلام عليكم|您好|你好|こんにちは|お世話になって|안녕하세요)(?=$|[\s,!.:;，、。！])[^\n]{0,60}$/iu;

/** The first words that say something, on one line of at most 200 characters: without quote, signature, markup rests or a bare greeting. */
export function snippet(text: string): string {
  const head = text.slice(0, charactersRead);
  const visible = splitQuote(head, { hidesForwards: true }).visible;
  return shorten(wordsOf(visible) || wordsOf(head));
}

function wordsOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => cleanText(plain(line))).filter(hasWords); // prettier-ignore
  const [first, ...rest] = lines;
  const body = first !== undefined && rest.length > 0 && isGreeting(first) ? rest : lines;
  return body.join(" ");
}

/** Link targets, image alternatives in brackets, rules and quote marks are no words. */
function plain(line: string): string {
  return line
    .replace(/^\s*(?:>\s?)+/u, "")
    .replace(/\[(?:cid|image|https?):[^\]]*\]/giu, " ")
    .replace(/<?https?:\/\/[^\s>]{40,}>?/giu, " ")
    .replace(/[-=_*~#.·•─━]{4,}/gu, " ");
}

const hasWords = (line: string) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line);

function isGreeting(line: string): boolean {
  return line.length <= 60 && greeting.test(line) && !/[.!?。！？]\s+\S/u.test(line);
}

function shorten(text: string): string {
  if (text.length <= charactersMax) return text;
  const cut = text.slice(0, charactersMax - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > charactersMax / 2 ? cut.slice(0, space) : cut)
    .toWellFormed()
    .replace(/\ufffd$/u, "")
    .trimEnd()}…`;
}
