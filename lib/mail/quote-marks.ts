/** What mail programs of many languages write above the mail that is answered. Facts, gathered from what they send. */

const wrote = [
  "wrote", "writes", "writed", "schrieb", "schrieben", "geschrieben", "hat geschrieben", "a écrit", "a ecrit", "écrit", "escribió", "escribio", "ha escrito",
  "escreveu", "ha scritto", "schreef", "heeft geschreven", "geschreven", "skrev", "har skrevet", "skreiv", "kirjoitti", "napisał", "napisała",
  "napisał(a)", "pisze", "napsal", "napsala", "napsal(a)", "napísal", "napísala", "napísal(a)", "написал", "написала", "написал(а)", "пишет", "написав",
  "написала", "пише", "написа", "írta", "ezt írta", "a scris", "yazdı", "şunu yazdı", "έγραψε", "כתב", "כתבה", "كتب", "کتب", "نوشت", "va escriure",
  "idatzi zuen", "je napisao", "je napisala", "je napisao/la", "napisao je", "је написао", "rašė", "rakstīja", "kirjutas", "viết", "đã viết", "เขียน", "写道", "寫道", "写到", "写信",
  "님이 작성", "작성", "님이 쓴 글", "書きました", "書いた", "のメール", "menulis",
]; // prettier-ignore

const originals = [
  "original message", "original email", "original appointment", "reply message", "forwarded message", "forwarded mail", "forwarded by .*", "ursprüngliche nachricht",
  "originalnachricht", "original-nachricht", "originale nachricht", "weitergeleitete nachricht", "message d['’]origine", "message original", "message initial", "message transféré",
  "mensaje original", "mensaje reenviado", "mensagem original", "mensagem encaminhada", "messaggio originale", "messaggio inoltrato",
  "oorspronkelijk bericht", "doorgestuurd bericht", "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande", "original ?meddelelse", "oprindelig meddelelse",
  "oprindelig besked", "videresendt besked", "opprinnelig beskjed",
  "videresendt meddelelse", "opprinnelig melding", "videresendt melding", "alkuperäinen viesti", "välitetty viesti", "wiadomość oryginalna", "oryginalna wiadomość", "wiadomość przekazana",
  "původní zpráva", "přeposlaná zpráva", "pôvodná správa", "исходное сообщение", "оригинальное сообщение", "пересылаемое сообщение", "пересланное сообщение",
  "переслане повідомлення", "оригінальне повідомлення", "eredeti üzenet", "továbbított üzenet", "mesaj original", "mesaj redirecționat", "orijinal mesaj", "özgün ileti", "iletilen mesaj",
  "αρχικό μήνυμα", "הודעה מקורית", "الرسالة الأصلية", "missatge original", "原始邮件", "邮件原件", "转发邮件信息", "原始郵件", "轉寄的郵件", "元のメッセージ", "転送メッセージ",
  "original ?메시지", "원본 메시지", "원본 메일", "tin nhắn gốc", "thư gốc",
]; // prettier-ignore

const fields = {
  from: ["from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "odesílatel", "от", "від", "feladó", "küldő", "de la", "expéditeur", "kimden", "gönderen", "από", "מאת", "من", "发件人", "發件人", "寄件者", "寄件人", "差出人", "보낸 사람", "보낸사람", "từ", "จาก", "remitente", "mittente", "remetente"],
  date: ["sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el", "fecha", "data", "inviato", "verzonden", "skickat", "dato", "sendt", "lähetetty", "päivämäärä", "wysłano", "odesláno", "odoslané", "отправлено", "дата", "надіслано", "elküldve", "dátum", "trimis", "gönderildi", "gönderme tarihi", "tarih", "στάλθηκε", "ημερομηνία", "נשלח", "תאריך", "تاريخ", "发送时间", "发送日期", "日期", "寄件日期", "日付", "送信日時", "보낸 날짜", "날짜", "ngày", "วันที่"],
  to: ["to", "an", "à", "a", "para", "aan", "till", "til", "vastaanottaja", "do", "komu", "pro", "кому", "címzett", "către", "destinataire", "kime", "alıcı", "προς", "אל", "إلى", "收件人", "收件者", "宛先", "받는 사람", "받는사람", "đến", "ถึง", "destinatario", "cc", "kopie"],
  subject: ["subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "aihe", "temat", "předmět", "predmet", "тема", "тема письма", "tárgy", "subiect", "konu", "θέμα", "נושא", "الموضوع", "主题", "主題", "主旨", "件名", "제목", "chủ đề", "หัวเรื่อง"],
}; // prettier-ignore

const phones =
  /^\W{0,3}(?:sent (?:from|via|using) |get outlook for|(?:von|gesendet) (?:meinem|mit|von)\b.*(?:gesendet)?|diese nachricht wurde von mein|envoyé (?:de|depuis|à partir)|télécharge[rz] outlook|obtenez outlook|enviado (?:desde|do|a partir|de) |obtener outlook|inviato (?:da|dal) |verzonden (?:vanaf|met) |verstuurd vanaf|skickat från|sendt fra|sent fra|lähetetty |wysłan[eo] z|odesláno z|отправлено (?:с|из) |надіслано з|küldve |iphone-omról|trimis de pe|gönderildi|iphone['’]umdan|发自我的|从我的|從我的|寄自我的|iphoneから送信|나의 iphone|đã gửi từ)/iu;

const alternatives = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join("|");
const literal = (words: readonly string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));

const verb = new RegExp(
  `(?:^|[^\\p{L}])(?:${alternatives(literal(wrote))})(?:$|[^\\p{L}])|(?:写道|寫道|のメール|書きました|작성)`,
  "iu",
);
const verbAtEnd = new RegExp(`(?:${alternatives(literal(wrote))})\\)?\\s*[:：]\\s*$`, "iu");
const divider = new RegExp(`^[\\s>]*[-_*=#—–~ ]{2,}\\s*(?:${alternatives(originals)})\\s*:?\\s*[-_*=#—–~ ]*$`, "iu");
const bareDivider = new RegExp(`^\\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato|inicio del mensaje reenviado)\\s*:\\s*$`, "iu"); // prettier-ignore
const dashedAttribution = /^\s*-{2,}\s.*\d.*-{2,}\s*$/u;
const fieldLine = Object.fromEntries(
  Object.entries(fields).map(([name, words]) => [name, new RegExp(`^[\\s>]*\\*{0,2}_?(?:${alternatives(literal(words))})\\s*_?[:：]\\s*\\*{0,2}`, "iu")]),
); // prettier-ignore

const address = /[^\s@<>"]+@[^\s@<>"]+/u;
const dateOrTime = /\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}/u;

/** A rule such as `-----Original Message-----`, in any language. */
export function isDivider(line: string): boolean {
  if (line.length > 200) return false;
  return divider.test(line) || bareDivider.test(line) || (dashedAttribution.test(line) && verb.test(line));
}

/** The first line of an Outlook-style block (From, Sent, To, Subject), or the rule above it. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (/^\s*[-_*]{5,}\s*$/u.test(line)) {
    const next = [at + 1, at + 2].find((index) => (lines[index] ?? "").trim() !== "");
    return next !== undefined && startsBlock(lines, next);
  }
  return startsBlock(lines, at);
}

/**
 * Where the attribution that starts at `at` ends (one past its last line, at most four lines on), or null when none starts here:
 * a date and a verb of writing, or a date and an address, up to a colon.
 */
export function attributionEnd(lines: readonly string[], at: number): number | null {
  let joined = "";
  for (let end = at; end < Math.min(at + 4, lines.length); end += 1) {
    const line = (lines[end] ?? "").trim();
    if (line === "" || (line.startsWith(">") && !line.startsWith(">:"))) return null;
    joined = `${joined} ${line}`.trim();
    if (joined.length > 400) return null;
    if (isAttribution(joined)) return end + 1;
    if (/[:：.!?]$/u.test(line) && !endsInAbbreviation(line))
      return isBareAttribution(joined, lines, end) ? end + 1 : null;
  }
  return null;
}

/** `-- ` (RFC 3676 §4.3), or what a telephone adds, near the end of what the writer wrote. */
export function isSignatureStart(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (/^(?:--|—|__)[ \u00a0]?$/u.test(line)) return ownLinesAfter(lines, at) <= 15;
  return (
    line.length < 120 &&
    phones.test(line) &&
    !/,\s|[.!?]\s*$/u.test(line) &&
    ownLinesAfter(lines, at) <= 3 &&
    (lines[at - 1] ?? "").trim() === ""
  );
}

/** `15 nov.`: the line goes on. */
const endsInAbbreviation = (line: string) => /\d[^.]*\s\p{L}{1,5}\.$/u.test(line);

function isAttribution(text: string): boolean {
  if (!dateOrTime.test(text)) return false;
  // Zoho and some web mailers leave the colon out.
  if (!/[:：]\s*$/u.test(text))
    return address.test(text) && verbAtEnd.test(`${text}:`) && /\d{1,2}[:.]\d{2}/.test(text);
  return verb.test(text) || (address.test(text) && /[>)\]]\s*[:：]\s*$/u.test(text));
}

/** `Jane Doe <jane@x> wrote:` with no date counts only above a quote. */
function isBareAttribution(text: string, lines: readonly string[], end: number): boolean {
  if (text.length > 150 || !verbAtEnd.test(text)) return false;
  const next = lines.slice(end + 1, end + 4).find((line) => line.trim() !== "");
  return next !== undefined && /^\s{0,3}[>|]/u.test(next);
}

function startsBlock(lines: readonly string[], at: number): boolean {
  const head = lines.slice(at, at + 8);
  const kinds = kindsOf(head.slice(0, 1));
  if (!kinds.has("from") && !kinds.has("date") && !kinds.has("subject")) return false;
  const all = kindsOf(head.slice(0, untilProse(head)));
  return all.has("from") && all.size >= 3;
}

/** Header lines may be folded or have blank lines between them; three lines that are none end the block. */
function untilProse(head: readonly string[]): number {
  let others = 0;
  for (const [index, line] of head.entries()) {
    others = kindsOf([line]).size > 0 ? 0 : others + 1;
    if (others >= 3) return index;
  }
  return head.length;
}

function kindsOf(lines: readonly string[]): Set<string> {
  const kinds = new Set<string>();
  for (const line of lines) {
    if (line.length > 1000) continue;
    for (const [kind, pattern] of Object.entries(fieldLine)) if (pattern.test(line)) kinds.add(kind);
  }
  return kinds;
}

function ownLinesAfter(lines: readonly string[], at: number): number {
  const rest = lines.slice(at + 1, at + 40);
  const end = rest.findIndex(
    (line, index) =>
      /^\s{0,3}>/u.test(line) || isDivider(line) || isHeaderBlock(rest, index) || attributionEnd(rest, index) !== null,
  );
  return rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.trim() !== "").length;
}
