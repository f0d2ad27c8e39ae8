/** What mail programs of many languages write above the mail that is answered. Facts, gathered from what they send. */

export const wrote = [
  "wrote", "writes", "schrieb", "schrieben", "geschrieben", "hat geschrieben", "a écrit", "a ecrit", "écrit", "escribió", "escribio", "ha escrito",
  "escreveu", "ha scritto", "scrive", "schreef", "heeft geschreven", "geschreven", "skrev", "har skrevet", "skreiv", "kirjoitti", "napisał", "napisała",
  "napisał(a)", "pisze", "napisana przez", "napsal", "napsala", "napsal(a)", "napísal", "napísala", "napísal(a)", "написал", "написала", "написал(а)", "пишет", "написав",
  "написала", "пише", "написа", "írta", "ezt írta", "a scris", "yazdı", "şunu yazdı", "şunları yazdı", "yazmış", "έγραψε", "כתב", "כתבה", "كتب", "كتبت", "تمت كتابة ما يلي", "کتب", "نوشت", "va escriure",
  "idatzi zuen", "je napisao", "je napisala", "je napisao/la", "napisao je", "је написао", "rašė", "rakstīja", "kirjutas", "viết", "đã viết", "เขียน", "写道", "寫道", "写到", "写信",
  "님이 작성", "작성", "님이 쓴 글", "쓴 글", "님의 말", "書きました", "書いた", "書かれました", "のメール", "menulis", "ने लिखा", "लिखा", "লিখেছেন", "লিখেছে",
]; // prettier-ignore

export const originals = [
  "original message", "original", "original email", "original appointment", "reply message", "ursprüngliche nachricht",
  "originalnachricht", "original-nachricht", "originale nachricht", "message d['’]origine", "message original", "message initial",
  "mensaje original", "mensagem original", "messaggio originale", "oorspronkelijk bericht", "ursprungligt meddelande", "originalmeddelande", "original ?meddelelse", "oprindelig meddelelse",
  "oprindelig besked", "opprinnelig beskjed", "opprinnelig melding", "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość",
  "původní zpráva", "pôvodná správa", "исходное сообщение", "оригинальное сообщение", "оригінальне повідомлення", "eredeti üzenet", "mesaj original", "orijinal mesaj", "özgün ileti", "özgün İleti", "orjinal mesaj",
  "αρχικό μήνυμα", "הודעה מקורית", "الرسالة الأصلية", "missatge original", "原始邮件", "邮件原件", "原始郵件", "原邮件", "元のメッセージ", "元のメール",
  "original ?메시지", "원본 메시지", "원본 메일", "tin nhắn gốc", "thư gốc", "मूल संदेश", "मूल मेल", "মূল বার্তা", "মূল মেসেজ",
]; // prettier-ignore

export const forwards = [
  "forwarded message", "forwarded mail", "forwarded by .*", "forwarded letter", "weitergeleitete nachricht", "weitergeleitete e-?mail", "message transféré", "message réexpédié", "mensaje reenviado", "mensagem encaminhada", "mensagem reencaminhada", "messaggio inoltrato",
  "doorgestuurd bericht", "vidarebefordrat meddelande", "vidarebefordrat brev", "videresendt besked", "videresendt meddelelse", "videresendt melding", "välitetty viesti", "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej wiadomości", "přeposlaná zpráva",
  "пересылаемое сообщение", "пересланное сообщение", "переадресованное сообщение", "переслане повідомлення", "továbbított üzenet", "mesaj redirecționat", "iletilen mesaj", "iletilmiş mesaj", "yönlendirilen mesaj", "yönlendirilen ileti", "προωθημένο μήνυμα",
  "הודעה שהועברה", "رسالة معاد توجيهها", "الرسالة المعاد توجيهها", "转发邮件信息", "转发的邮件", "转发邮件", "轉寄的郵件", "轉寄郵件", "轉寄訊息", "転送メッセージ", "転送されたメッセージ", "전달된 메시지", "전달된 메일", "전달 메시지", "thư đã chuyển tiếp",
  "अग्रेषित संदेश", "फ़ॉरवर्ड किया गया संदेश", "ফরোয়ার্ড করা বার্তা", "ফরওয়ার্ড করা বার্তা", "ফরওয়ার্ড করা মেসেজ",
]; // prettier-ignore

export const bareForwards = [
  "begin forwarded message", "anfang der weitergeleiteten (?:nachricht|e-?mail)", "début du message (?:réexpédié|transféré)", "inizio messaggio inoltrato", "inicio del mensaje reenviado", "início da mensagem (?:re)?encaminhada", "begin doorgestuurd bericht",
  "vidarebefordrat brev", "vidarebefordrat meddelande", "początek przekazywanej wiadomości", "начало переадресованного сообщения", "начало пересылаемого сообщения", "iletilen ileti başlangıcı", "iletilmiş mesajın başlangıcı", "開始轉寄郵件", "以下是转发的邮件", "下面是被转发的邮件", "転送されたメール", "以下は転送されたメッセージです",
  "전달된 메시지 시작", "بداية الرسالة المعاد توجيهها", "बिगिन अग्रेषित संदेश", "अग्रेषित संदेश का प्रारंभ",
]; // prettier-ignore

export const fields = {
  from: ["from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "odesílatel", "от", "от кого", "від", "feladó", "küldő", "de la", "expéditeur", "kimden", "gönderen", "από", "מאת", "من", "المرسل", "发件人", "發件人", "寄件者", "寄件人", "差出人", "送信者", "보낸 사람", "보낸사람", "보낸이", "từ", "จาก", "remitente", "mittente", "remetente", "nadawca", "afzender", "avsändare", "प्रेषक", "से", "की ओर से", "থেকে", "প্রেরক", "হতে"],
  date: ["sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviada", "enviado el", "enviada em", "enviado em", "fecha", "data", "inviato", "verzonden", "skickat", "dato", "sendt", "lähetetty", "päivämäärä", "wysłano", "wysłane", "data wysłania", "odesláno", "odoslané", "отправлено", "дата", "дата отправки", "надіслано", "elküldve", "dátum", "trimis", "gönderildi", "gönderilme", "gönderme tarihi", "gönderilme tarihi", "tarih", "στάλθηκε", "ημερομηνία", "נשלח", "תאריך", "تاريخ", "التاريخ", "تم الإرسال", "تاريخ الإرسال", "أرسلت", "أُرسلت", "发送时间", "发送日期", "日期", "时间", "發送時間", "寄件日期", "傳送日期", "日付", "日時", "送信日時", "보낸 날짜", "보낸날짜", "날짜", "ngày", "วันที่", "भेजा गया", "दिनांक", "तारीख", "प्रेषित", "প্রেরিত", "পাঠানো হয়েছে", "তারিখ"],
  to: ["to", "an", "à", "a", "para", "aan", "till", "til", "vastaanottaja", "do", "komu", "pro", "кому", "címzett", "către", "destinataire", "kime", "alıcı", "προς", "אל", "إلى", "المستلم", "收件人", "收件者", "宛先", "받는 사람", "받는사람", "받는이", "đến", "ถึง", "destinatario", "cc", "kopie", "प्रति", "को", "सेवा में", "প্রতি", "প্রাপক", "copie à", "kopia", "копия", "抄送", "bilgi"],
  subject: ["subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "aihe", "temat", "předmět", "predmet", "тема", "тема письма", "tárgy", "subiect", "konu", "θέμα", "נושא", "الموضوع", "主题", "主題", "主旨", "标题", "件名", "제목", "chủ đề", "หัวเรื่อง", "विषय", "বিষয়", "বিষয়"],
}; // prettier-ignore

/** How an attribution begins that does not begin with a name or a number. */
export const openers = [
  "on", "in data", "am", "le", "la", "el", "il", "em", "no", "op", "den", "w", "dnia", "в", "во", "на", "у", "de", "da", "à", "às", "a", "at", "på", "pe", "ma", "ti", "ke", "to", "pe", "la", "su", "wiadomość", "die", "στις", "ב", "ב-", "في", "در", "在", "於", "于", "vào", "pada", "a(z)", "von", "from", "от",
]; // prettier-ignore

export const alternatives = (words: readonly string[]) =>
  [...new Set(words)].toSorted((a, b) => b.length - a.length).join("|");
export const literal = (words: readonly string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
