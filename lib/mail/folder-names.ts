import type { FolderRole } from "../contracts/vocabulary.ts";

type NamedRole = Exclude<FolderRole, "none">;

/** What servers and mail programs call their folders, by language; compared after NFKC and lower-casing. */
const names: Record<NamedRole, string> = {
  inbox: `
    inbox | posteingang | boîte de réception | réception | bandeja de entrada | recibidos | posta in arrivo | in arrivo | caixa de entrada | postvak in |
    inkorgen | inkorg | innboks | indbakke | saapuneet | skrzynka odbiorcza | odebrane | doručená pošta | doručené | beérkezett üzenetek | mesaje primite |
    входящие | вхідні | входящи | εισερχόμενα | gelen kutusu | דואר נכנס | البريد الوارد | 受信トレイ | 受信箱 | 받은 편지함 | 받은편지함 | 收件箱 | 收件匣 |
    hộp thư đến | กล่องจดหมาย | safata d'entrada | iesūtne | gautieji | sisendkaust | примљено`,
  sent: `
    sent | sent items | sent messages | sent mail | sent objects |
    gesendet | gesendete | gesendete elemente | gesendete objekte | gesendete nachrichten | gesendete mails |
    envoyé | envoyés | éléments envoyés | messages envoyés | courrier envoyé | objets envoyés |
    enviado | enviados | elementos enviados | mensajes enviados | correo enviado | enviadas | itens enviados | mensagens enviadas |
    inviata | inviati | posta inviata | elementi inviati | messaggi inviati | verzonden | verzonden items | verzonden berichten | verzonden objecten |
    skickat | skickade | skickade objekt | skickade meddelanden | sendt | sendte | sendte elementer | sendte objekter | sendte meldinger | sendt post | sendt e-post |
    lähetetyt | lähetetyt kohteet | lähetetyt viestit | wysłane | elementy wysłane | wysłane wiadomości |
    odeslané | odeslaná pošta | odeslané položky | odeslaná | odoslané | odoslaná pošta | odoslané položky |
    elküldött | elküldött elemek | elküldött üzenetek | elküldött levelek | trimise | mesaje trimise | elemente trimise |
    отправленные | отправленное | отправлено | надіслані | відправлені | надіслано | изпратени | изпратена поща |
    απεσταλμένα | απεσταλμένα στοιχεία | gönderilmiş | gönderilmiş öğeler | gönderilmiş postalar | gönderilenler | gönderilen öğeler | gönderilen postalar |
    נשלח | נשלחו | פריטים שנשלחו | דואר שנשלח | البريد المرسل | المرسلة | العناصر المرسلة | الرسائل المرسلة |
    送信済み | 送信済みメール | 送信済みアイテム | 送信済みトレイ | 送信済みメッセージ | 보낸 편지함 | 보낸편지함 | 보낸 메일함 | 보낸메일함 |
    已发送 | 已发送邮件 | 已发送消息 | 已发邮件 | 已傳送 | 寄件備份 | 已寄出 | 寄件備份匣 | 已傳送郵件 |
    đã gửi | thư đã gửi | mục đã gửi | ส่งแล้ว | จดหมายที่ส่งแล้ว | รายการที่ส่ง | enviats | elements enviats | bidalita | bidaliak | saadetud | saadetud kirjad |
    nosūtītās | nosūtītie | išsiųsti | išsiųstos | išsiųsti laiškai | poslano | poslane stavke | poslato | послато | poslane | poslana pošta | poslano pošto | terkirim`,
  drafts: `
    drafts | draft | draft messages | entwürfe | entwurf | brouillons | brouillon | borradores | borrador | bozze | bozza | rascunhos | rascunho |
    concepten | concept | utkast | kladd | kladder | kladde | luonnokset | szkice | kopie robocze | wersje robocze | robocze |
    koncepty | rozepsané | rozpísané | piszkozatok | vázlatok | ciorne | schițe | черновики | чернетки | чернови | πρόχειρα | προσχέδια | taslaklar |
    טיוטות | المسودات | مسودات | 下書き | 下書き箱 | 임시 보관함 | 임시보관함 | 草稿箱 | 草稿 | 草稿匣 | 草稿夹 | thư nháp | bản nháp | ร่าง | ฉบับร่าง | จดหมายร่าง |
    esborranys | zirriborroak | mustandid | melnraksti | juodraščiai | skice | nacrti | недовршено | нацрти | osnutki | draf`,
  trash: `
    trash | bin | deleted | deleted items | deleted messages | deleted objects | rubbish | wastebasket | waste basket | recycle bin | trash can |
    papierkorb | gelöscht | gelöschte | gelöschte elemente | gelöschte objekte | gelöschte nachrichten | corbeille | poubelle | éléments supprimés | messages supprimés | supprimés |
    papelera | papelera de reciclaje | elementos eliminados | mensajes eliminados | eliminados | cestino | posta eliminata | elementi eliminati | messaggi eliminati | eliminati |
    lixeira | lixo | itens excluídos | itens eliminados | mensagens excluídas | mensagens eliminadas | excluídos | prullenbak | prullenmand | verwijderd | verwijderde items | verwijderde berichten |
    papperskorgen | papperskorg | borttaget | borttagna | borttagna objekt | papirkurv | papirkurven | slettet | slettede elementer | slettede objekter | slettet post | søppelkurv | søppel |
    roskakori | poistetut | poistetut kohteet | kosz | elementy usunięte | usunięte | koš | odstraněná pošta | odstraněné | odstraněné položky | smazané | kôš | odstránené | odstránené položky |
    lomtár | kuka | törölt elemek | törölt | gunoi | coș de gunoi | coş de gunoi | articole șterse | elemente șterse | корзина | удаленные | удалённые | удаленное |
    кошик | видалені | видалене | кошче | изтрити | изтрити елементи | κάδος απορριμμάτων | διαγραμμένα | διεγραμμένα | διαγραμμένα στοιχεία | κάδος |
    çöp kutusu | çöp | silinmiş öğeler | silinenler | אשפה | פריטים שנמחקו | נמחקו | المهملات | العناصر المحذوفة | سلة المهملات | ごみ箱 | ゴミ箱 | 削除済み | 削除済みアイテム | 削除済みメッセージ |
    휴지통 | 지운 편지함 | 지운편지함 | 已删除 | 已删除邮件 | 已删除消息 | 废件箱 | 回收站 | 垃圾桶 | 已刪除 | 已刪除郵件 | 已刪除的郵件 | 已刪除項目 | 刪除的郵件 | 垃圾筒 |
    thùng rác | thư đã xóa | mục đã xóa | ถังขยะ | รายการที่ถูกลบ | paperera | zakarrontzia | prügikast | kustutatud | papīrgrozs | atkritne | šiukšlinė | šiukšliadėžė | smeće | otpad | корпа | смеће | smeti | koš za smeti | sampah`,
  junk: `
    junk | spam | junk e-mail | junk email | junk mail | bulk mail | bulk | spam mail | spam messages | spamfolder | possible spam |
    spamverdacht | unerwünscht | unerwünschte werbung | werbung und spam | junk-e-mail | indésirables | courrier indésirable | courriers indésirables | pourriel | pourriels |
    correo no deseado | correo basura | no deseado | basura | posta indesiderata | indesiderata | lixo eletrônico | lixo eletrónico | lixo electrónico | correio indesejado |
    ongewenst | ongewenste e-mail | ongewenste mail | skräppost | skräp | søppelpost | søppel-e-post | uønsket e-post | uønsket | uønsket mail | uønsket post |
    roskaposti | niechciane | wiadomości-śmieci | wiadomości śmieci | nevyžádaná pošta | nevyžádaná | nevyžiadaná pošta | nevyžiadaná | levélszemét | kéretlen | kéretlen levelek |
    nesolicitate | mesaje nedorite | нежелательная почта | спам | небажана пошта | нежелана поща | ανεπιθύμητα | ανεπιθύμητη αλληλογραφία | ανεπιθύμητη |
    istenmeyen | istenmeyen posta | gereksiz | gereksiz e-posta | önemsiz | önemsiz e-posta | דואר זבל | זבל | ספאם | البريد غير المرغوب فيه | البريد غير المرغوب | الرسائل العشوائية | بريد مزعج |
    迷惑メール | スパム | 스팸 | 정크 메일 | 정크메일 | 스팸편지함 | 스팸 편지함 | 스팸메일함 | 垃圾邮件 | 垃圾箱 | 垃圾郵件 | 垃圾信件 | 垃圾信件匣 | thư rác | สแปม | อีเมลขยะ | จดหมายขยะ |
    correu brossa | correu no desitjat | brossa | zabor-posta | rämpspost | mēstules | surogātpasts | šlamštas | brukalas | neželjena | neželjena pošta | нежељена пошта | neželena pošta | vsiljena pošta`,
  archive: `
    archive | archives | archived | archived messages | archiv | archivierte | archivées | archivo | archivados | archivio | archiviati | arquivo | arquivo morto | arquivados | archief | gearchiveerd |
    arkiv | arkiverade | arkisto | archiwum | archív | archívum | arhivă | arhiva | arhiv | архив | архів | архива | αρχειοθήκη | αρχείο | arşiv | ארכיון | الأرشيف | أرشيف |
    アーカイブ | 保管箱 | 보관함 | 보관 메일함 | 归档 | 存档 | 封存 | 存檔 | 封存郵件 | 归档邮件 | lưu trữ | ที่เก็บถาวร | เก็บถาวร | arxiu | artxiboa | arhiiv | arhīvs | archyvas | arsip`,
  all: `
    all mail | all messages | all | alle nachrichten | alle mails | tous les messages | todos los mensajes | todos | tutti i messaggi | tutta la posta | todas as mensagens | todo o correio | todos os e-mails |
    alle berichten | alle e-mail | alla meddelanden | all e-post | alle meldinger | alle beskeder | alle mails | kaikki viestit | wszystkie | wszystkie wiadomości | všechny zprávy | všetky správy | všetka pošta |
    összes levél | összes üzenet | toate mesajele | вся почта | все письма | уся пошта | всі листи | цялата поща | όλα τα μηνύματα | όλη η αλληλογραφία | tüm postalar | tüm iletiler | כל הדואר | כל ההודעות | كل البريد | جميع الرسائل |
    すべてのメール | 全てのメール | 전체보관함 | 전체 보관함 | 전체 메일함 | 모든 메일 | 所有邮件 | 所有郵件 | 全部邮件 | 全部郵件 | 所有信件 | tất cả thư | จดหมายทั้งหมด | tot el correu | mezu guztiak | kõik kirjad | visas vēstules | visi laiškai | sva pošta | сва пошта | vsa pošta`,
}; // prettier-ignore

/** Words that say only "mail" or "folder": `Sent` and `Sent e-mails` are one. */
const fillers = new Set(
  `mail mails e-mail e-mails email emails message messages item items folder folders post my imap
   nachrichten nachricht elemente objekte ordner courrier courriers éléments messages dossier correo correos mensajes elementos carpeta posta messaggi elementi cartella
   mensagens itens pasta correio berichten items map meddelanden objekt mapp meldinger elementer mappe viestit kohteet kansio wiadomości elementy folder zprávy pošta položky správy
   üzenetek levelek elemek mappa mesaje elemente письма сообщения папка листи повідомлення пошта писма съобщения μηνύματα στοιχεία öğeler postalar iletiler`.split(/\s+/),
); // prettier-ignore

/** Names that mean Trash to some people and Spam to others, with what they mean when the other is taken. */
const doubtful: Record<string, NamedRole> = { basura: "trash", lixo: "junk", 垃圾箱: "trash" };

const exact = new Map<string, NamedRole>();
for (const role of ["archive", "all", "junk", "trash", "drafts", "sent", "inbox"] as const) {
  for (const name of names[role].split("|")) exact.set(fold(name), role);
}

/** The role a name alone speaks for: `exact` when the whole name is known, `decorated` when only filler words stand around it. */
export function roleOfName(name: string): { role: NamedRole; manner: "exact" | "decorated" } | null {
  const folded = fold(name);
  const role = exact.get(folded);
  if (role) return { role, manner: "exact" };
  const words = folded
    .replace(/\be-(?=mails?\b)/g, "e")
    .split(/[\s_.-]+/)
    .filter((word) => word !== "" && !fillers.has(word));
  const decorated = words.length === 1 ? exact.get(words[0] ?? "") : undefined;
  // "All items" or "Inbox mail" would claim too much.
  return decorated && decorated !== "inbox" && decorated !== "all" ? { role: decorated, manner: "decorated" } : null;
}

/** What a name of two meanings stands for where another folder has the usual one. */
export function otherRoleOfName(name: string): NamedRole | undefined {
  return doubtful[fold(name)];
}

function fold(name: string): string {
  // A Turkish capital İ becomes an i with a dot of its own.
  return name.normalize("NFKC").toLowerCase().replace(/i\u0307/g, "i").replace(/\s+/g, " ").trim(); // prettier-ignore
}
