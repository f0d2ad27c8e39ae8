import { isRule } from "./dividers.ts";
import { isBlank, isOwn, type QuoteLine } from "./quote-line.ts";

/** A signature is no letter. */
const signatureLinesMax = 15;
const disclaimerLinesMax = 40;

const brand =
  "iphone|ipad|ipod|iwatch|apple watch|mac\\b|macbook|android|samsung|galaxy|pixel|blackberry|nokia|huawei|xiaomi|redmi|oppo|vivo|oneplus|htc|\\blg\\b|motorola|sony|xperia|mobile|phone|smartphone|tablet|outlook|yahoo|gmail|hotmail|mailbird|thunderbird|spark|aquamail|k-9|proton ?mail|tutanota|tuta|gmx|web\\.de|t-online|fairemail|aol|zoho|windows|workspace|airmail|bluemail|blue mail|newton|hey|mailspring|mail\\.ru|яндекс|yandex|почт|телефон|смартфон|handy|mobilgerät|mobiltelefon|móvil|teléfono|celular|telemóvel|mobiel|telefoon|telefon|telefonu|mobil|携帯|スマートフォン|手机|手機|휴대폰|스마트폰|موبايل|هاتف|फ़ोन|ফোন";

/** What a telephone or a mail program puts below a mail. */
const devices = new RegExp(
  `^[\\W_]{0,3}(?:(?:sent|gesendet|envoyé|enviado|enviada|inviato|inviata|verzonden|verstuurd|skickat|sendt|sent|lähetetty|wysłan[eoay]|odesláno|odoslané|отправлено|надіслано|trimis|küldve|gönderildi|diese (?:nachricht|e-?mail) wurde|von meinem|von mei|get |holen sie sich|laden sie|hol dir|obtenir|obtenez|téléchargez?|obtener|obtén|descargar|obter|obtenha|transferir|baixar|scarica|ottieni|download|hämta|skaffa|pobierz|uzyskaj|получить|скачать|获取|取得|下载|下載|发自|發自|从我|從我|來自|来自|寄自|나의|내 |[اأ]ُ?رسلت|مرسل|تم الإرسال|احصل على|مُرسل)[^\\n]{0,60}(?:${brand})|[^\\n]{0,50}(?:${brand})[^\\n]{0,30}(?:gesendet|herunterladen|beziehen|downloaden|gönderildi|edinin|indirin|送信|を入手|を取得|ダウンロード|보냄|보냈습니다|보낸|다운로드|发送|發送|傳送|भेजा गया|प्राप्त करें|পাঠানো|পান))[^\\n]{0,40}$`,
  "iu",
);
/** `Sent from my desk` in a few words and no more. */
const sentFrom = /^\W{0,3}sent (?:from|via) (?:my |the )?[\w'’+-]+(?: [\w'’+-]+){0,3}$/iu;
const appPromises = /^yahoo mail: ?search, organize, conquer$|^(?:yahoo )?mail: (?:suchen|rechercher|buscar)/iu;

const confidential =
  /confidential|privileged|disclaimer|intended (?:solely|only|recipient)|vertraulich|ausschließlich für|confidentiel|destinataire|confidencial|exclusivamente|riservat|destinatari|vertrouwelijk|geadresseerde|poufn|adresat|konfidentiell|sekretess|конфиденциальн|gizli|機密|保密|机密|기밀|سري|गोपनीय|গোপনীয়|virus|avast|unsubscribe|mailing list|google groups/iu;

/** Whether the sender's signature starts here: a marked or delimited one, or what a telephone adds. What comes after is for the caller to judge. */
export function isSignatureStart(lines: readonly QuoteLine[], at: number): boolean {
  const line = lines[at];
  if (!line || line.depth > 0) return false;
  if (line.begins === "signature") return true;
  const text = line.text.replace(/\u00a0/gu, " ");
  // RFC 3676 §4.3; mail programs that strip its space leave `--`.
  if (/^(?:-- |— |__ )$/u.test(text)) return true;
  if (/^(?:--|—|__|-- ?\*)$/u.test(text.trim())) return isPlainSignature(lines, at);
  if (isRule(text)) return isDisclaimer(lines, at);
  return isDeviceLine(text) && (isBlank(lines[at - 1]) || !sentFrom.test(text.trim()) || devices.test(text.trim()));
}

/** At most so many lines belong to the signature that starts here. */
export function signatureMax(lines: readonly QuoteLine[], at: number): number {
  const line = lines[at];
  if (line?.begins === "signature") return 30;
  const text = line?.text ?? "";
  if (isRule(text)) return disclaimerLinesMax;
  return isDeviceLine(text) ? 4 : signatureLinesMax;
}

function isDeviceLine(text: string): boolean {
  // The link of an app, as a converter of HTML leaves it.
  const line = text.replace(/<https?:[^<>]*>/u, "").trim();
  if (line.length > 110 || line === "") return false;
  if (devices.test(line)) return !/[.!?]\s+\S|,\s.*\b(?:not|nicht|pas|no|but|and|is|was)\b/iu.test(line);
  return sentFrom.test(line) || appPromises.test(line);
}

/** A name, and how to reach it; not the second of two things that a line of dashes keeps apart. */
function isPlainSignature(lines: readonly QuoteLine[], at: number): boolean {
  if (!isBlank(lines[at - 1])) return false;
  const own = ownBlock(lines, at + 1);
  if (own.length === 0 || own.length > 8) return false;
  const isShort = own.every((text) => text.length <= 90 && text.split(/\s+/).length <= 12 && !/[.!?]$/u.test(text));
  const isReachable = own.some((text) => /@|www\.|https?:|(?:\p{Nd}[\s()./-]*){6}|\btel\b/iu.test(text));
  const [name = ""] = own;
  const isName = name.split(/\s+/).length <= 4 && name.split(/\s+/).every((word) => !/^\p{Ll}|\p{Nd}/u.test(word));
  return isReachable || (isShort && isName && own.length >= 2);
}

/** Below a quote a line of dashes parts nothing else from it: a few short lines are the signature. */
export function isPlainEnd(lines: readonly QuoteLine[], at: number): boolean {
  if (!/^\s*(?:--|—|__)\s*$/u.test(lines[at]?.text ?? "")) return false;
  const own = lines.slice(at + 1).filter(isOwn);
  return own.length <= 8 && own.every(({ text }) => text.length <= 90 && !/[.!?]\s*$/u.test(text));
}

/** A rule, and then the words of a lawyer or of a list. */
function isDisclaimer(lines: readonly QuoteLine[], at: number): boolean {
  const head = ownBlock(lines, at + 1)
    .slice(0, 4)
    .join(" ");
  return confidential.test(head);
}

/** The writer's own lines from here to a quote or the end, without blank ones. */
function ownBlock(lines: readonly QuoteLine[], from: number): string[] {
  const rest = lines.slice(from, from + disclaimerLinesMax);
  const end = rest.findIndex((line) => line.depth > 0 || line.begins === "quote");
  return (end < 0 ? rest : rest.slice(0, end)).filter(isOwn).map((line) => line.text.trim());
}
