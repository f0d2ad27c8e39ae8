/** The line above a quoted mail and the head of a forwarded one, in the language of that mail. */
import type { MailAddress } from "../../contracts/address.ts";
import { cleanText } from "../clean-text.ts";
import type { DetectedLanguage } from "../detect-language.ts";

export type IntroducedMail = {
  from: MailAddress;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  subject: string;
  at: Date;
};

type Words = {
  locale: string;
  wrote: (date: string, time: string, who: string) => string;
  forwarded: string;
  from: string;
  date: string;
  subject: string;
  to: string;
  cc: string;
};

const languages: Record<DetectedLanguage, Words> = {
  en: { locale: "en-GB", wrote: (date, time, who) => `On ${date} at ${time}, ${who} wrote:`, forwarded: "Forwarded message", from: "From", date: "Date", subject: "Subject", to: "To", cc: "Cc" },
  zh: { locale: "zh-CN", wrote: (date, time, who) => `在 ${date} ${time}，${who} 写道：`, forwarded: "转发的邮件", from: "发件人", date: "日期", subject: "主题", to: "收件人", cc: "抄送" },
  hi: { locale: "hi", wrote: (date, time, who) => `${date} को ${time} बजे, ${who} ने लिखा:`, forwarded: "अग्रेषित संदेश", from: "प्रेषक", date: "दिनांक", subject: "विषय", to: "प्रति", cc: "Cc" },
  es: { locale: "es", wrote: (date, time, who) => `El ${date} a las ${time}, ${who} escribió:`, forwarded: "Mensaje reenviado", from: "De", date: "Fecha", subject: "Asunto", to: "Para", cc: "Cc" },
  fr: { locale: "fr", wrote: (date, time, who) => `Le ${date} à ${time}, ${who} a écrit :`, forwarded: "Message transféré", from: "De", date: "Date", subject: "Objet", to: "À", cc: "Cc" },
  ar: { locale: "ar", wrote: (date, time, who) => `في ${date} الساعة ${time}، كتب ${who}:`, forwarded: "رسالة معاد توجيهها", from: "من", date: "التاريخ", subject: "الموضوع", to: "إلى", cc: "Cc" },
  bn: { locale: "bn", wrote: (date, time, who) => `${date} তারিখে ${time} টায়, ${who} লিখেছেন:`, forwarded: "ফরোয়ার্ড করা বার্তা", from: "প্রেরক", date: "তারিখ", subject: "বিষয়", to: "প্রতি", cc: "Cc" },
  pt: { locale: "pt", wrote: (date, time, who) => `Em ${date} às ${time}, ${who} escreveu:`, forwarded: "Mensagem encaminhada", from: "De", date: "Data", subject: "Assunto", to: "Para", cc: "Cc" },
  ru: { locale: "ru", wrote: (date, time, who) => `${date} в ${time}, ${who} пишет:`, forwarded: "Пересылаемое сообщение", from: "От", date: "Дата", subject: "Тема", to: "Кому", cc: "Копия" },
  de: { locale: "de", wrote: (date, time, who) => `Am ${date} um ${time} schrieb ${who}:`, forwarded: "Weitergeleitete Nachricht", from: "Von", date: "Datum", subject: "Betreff", to: "An", cc: "Kopie" },
  ja: { locale: "ja", wrote: (date, time, who) => `${date} ${time}、${who}のメール:`, forwarded: "転送メッセージ", from: "差出人", date: "日時", subject: "件名", to: "宛先", cc: "Cc" },
  it: { locale: "it", wrote: (date, time, who) => `Il ${date} alle ${time}, ${who} ha scritto:`, forwarded: "Messaggio inoltrato", from: "Da", date: "Data", subject: "Oggetto", to: "A", cc: "Cc" },
  nl: { locale: "nl", wrote: (date, time, who) => `Op ${date} om ${time} schreef ${who}:`, forwarded: "Doorgestuurd bericht", from: "Van", date: "Datum", subject: "Onderwerp", to: "Aan", cc: "Cc" },
}; // prettier-ignore

/** `Am 02.02.2026 um 10:05 schrieb Jane Doe <jane@example.com>:` */
export function introduceQuote({ from, at }: IntroducedMail, language: DetectedLanguage, timeZone: string): string {
  const words = languages[language];
  return words.wrote(...timeOf(at, words.locale, timeZone), personOf(from));
}

/** The lines that say whose mail is handed on, from `---------- Forwarded message ----------` to its recipients. */
export function introduceForward(mail: IntroducedMail, language: DetectedLanguage, timeZone: string): string[] {
  const words = languages[language];
  const people = (list: readonly MailAddress[]) => list.map(personOf).join(", ");
  return [
    `---------- ${words.forwarded} ----------`,
    `${words.from}: ${personOf(mail.from)}`,
    `${words.date}: ${timeOf(mail.at, words.locale, timeZone).join(" ")}`,
    `${words.subject}: ${cleanText(mail.subject)}`,
    `${words.to}: ${people(mail.to)}`,
    ...(mail.cc.length > 0 ? [`${words.cc}: ${people(mail.cc)}`] : []),
  ];
}

function timeOf(at: Date, locale: string, timeZone: string): [string, string] {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  return [date.format(at), time.format(at)];
}

/** Nothing in a name may end the line, or pass for the end of the address. */
function personOf({ name, address }: MailAddress): string {
  const said = cleanText(name).slice(0, 200);
  return said === "" ? cleanText(address) || "?" : `${said} <${cleanText(address)}>`;
}
