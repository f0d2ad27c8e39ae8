import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderRoles, type FolderRole } from "../contracts/vocabulary.ts";
import { assignRoles, type KnownFolder } from "./folder-role.ts";

/** What servers and mail programs really show, by language: sent, drafts, trash, junk, archive. */
const localized: Record<string, [sent: string[], drafts: string[], trash: string[], junk: string[], archive: string[]]> = {
  en: [["Sent", "Sent Items", "Sent Messages", "Sent Mail"], ["Drafts", "Draft"], ["Trash", "Bin", "Deleted Items", "Deleted Messages"], ["Junk", "Spam", "Junk E-mail", "Junk Email", "Bulk Mail", "Bulk"], ["Archive", "Archives"]],
  de: [["Gesendet", "Gesendete Elemente", "Gesendete Objekte"], ["Entwürfe"], ["Papierkorb", "Gelöschte Elemente", "Gelöschte Objekte", "Gelöscht"], ["Spam", "Junk-E-Mail", "Spamverdacht", "Unerwünscht"], ["Archiv"]],
  fr: [["Envoyés", "Éléments envoyés", "Messages envoyés"], ["Brouillons"], ["Corbeille", "Éléments supprimés", "Poubelle"], ["Indésirables", "Courrier indésirable", "Pourriel"], ["Archives"]],
  es: [["Enviados", "Elementos enviados"], ["Borradores"], ["Papelera", "Elementos eliminados"], ["Correo no deseado", "Spam", "Correo basura"], ["Archivo", "Archivados"]],
  it: [["Inviata", "Posta inviata", "Inviati"], ["Bozze"], ["Cestino", "Posta eliminata", "Elementi eliminati"], ["Posta indesiderata", "Indesiderata"], ["Archivio", "Archiviati"]],
  pt: [["Enviados", "Enviadas", "Itens Enviados"], ["Rascunhos"], ["Lixeira", "Lixo", "Itens Excluídos", "Itens Eliminados"], ["Spam", "Lixo eletrônico", "Lixo eletrónico"], ["Arquivo", "Arquivo Morto"]],
  nl: [["Verzonden", "Verzonden items", "Verzonden berichten"], ["Concepten"], ["Prullenbak", "Verwijderde items"], ["Ongewenst", "Ongewenste e-mail"], ["Archief"]],
  sv: [["Skickat"], ["Utkast"], ["Papperskorgen", "Borttaget"], ["Skräppost"], ["Arkiv"]],
  no: [["Sendt", "Sendte elementer"], ["Utkast", "Kladd"], ["Papirkurv", "Slettede elementer"], ["Søppelpost", "Uønsket e-post"], ["Arkiv"]],
  da: [["Sendt", "Sendt post"], ["Kladder"], ["Papirkurv", "Slettet post"], ["Uønsket mail", "Uønsket"], ["Arkiv"]],
  fi: [["Lähetetyt"], ["Luonnokset"], ["Roskakori", "Poistetut"], ["Roskaposti"], ["Arkisto"]],
  pl: [["Wysłane", "Elementy wysłane"], ["Szkice", "Kopie robocze", "Wersje robocze"], ["Kosz", "Elementy usunięte"], ["Spam", "Wiadomości-śmieci", "Niechciane"], ["Archiwum"]],
  cs: [["Odeslané", "Odeslaná pošta"], ["Koncepty", "Rozepsané"], ["Koš", "Odstraněná pošta"], ["Nevyžádaná pošta", "Nevyžádaná"], ["Archiv"]],
  sk: [["Odoslané"], ["Koncepty"], ["Kôš"], ["Nevyžiadaná pošta"], ["Archív"]],
  hu: [["Elküldött", "Elküldött elemek"], ["Vázlatok", "Piszkozatok"], ["Lomtár", "Kuka", "Törölt elemek"], ["Levélszemét", "Kéretlen"], ["Archívum"]],
  ro: [["Trimise", "Mesaje trimise"], ["Ciorne"], ["Gunoi", "Coș de gunoi", "Articole șterse"], ["Nesolicitate", "Mesaje nedorite"], ["Arhivă"]],
  ru: [["Отправленные"], ["Черновики"], ["Корзина", "Удаленные", "Удалённые"], ["Спам", "Нежелательная почта"], ["Архив"]],
  uk: [["Надіслані"], ["Чернетки"], ["Кошик", "Видалені"], ["Спам", "Небажана пошта"], ["Архів"]],
  bg: [["Изпратени"], ["Чернови"], ["Кошче", "Изтрити"], ["Нежелана поща"], ["Архив"]],
  el: [["Απεσταλμένα"], ["Πρόχειρα", "Προσχέδια"], ["Κάδος απορριμμάτων", "Διαγραμμένα"], ["Ανεπιθύμητα"], ["Αρχειοθήκη"]],
  tr: [["Gönderilmiş", "Gönderilmiş Öğeler", "Gönderilenler"], ["Taslaklar"], ["Çöp kutusu", "Silinmiş Öğeler"], ["İstenmeyen", "Gereksiz", "Önemsiz"], ["Arşiv"]],
  he: [["נשלח", "פריטים שנשלחו"], ["טיוטות"], ["אשפה", "פריטים שנמחקו"], ["דואר זבל", "ספאם"], ["ארכיון"]],
  ar: [["البريد المرسل", "المرسلة"], ["المسودات"], ["المهملات", "العناصر المحذوفة"], ["البريد غير المرغوب فيه", "الرسائل العشوائية"], ["الأرشيف"]],
  ja: [["送信済み", "送信済みメール", "送信済みアイテム", "送信済みトレイ"], ["下書き"], ["ごみ箱", "ゴミ箱", "削除済みアイテム"], ["迷惑メール"], ["アーカイブ"]],
  ko: [["보낸 편지함", "보낸편지함"], ["임시 보관함", "임시보관함"], ["휴지통", "지운 편지함"], ["스팸", "정크 메일", "스팸편지함"], ["보관함"]],
  zh: [["已发送", "已发送邮件", "已发送消息", "寄件備份", "已傳送"], ["草稿箱", "草稿", "草稿匣"], ["已删除", "已删除邮件", "废件箱", "回收站", "垃圾桶", "已刪除郵件", "已刪除的郵件", "已刪除項目"], ["垃圾邮件", "垃圾箱", "垃圾郵件", "垃圾信件"], ["归档", "存档", "封存", "存檔"]],
  vi: [["Đã gửi", "Thư đã gửi"], ["Thư nháp"], ["Thùng rác"], ["Thư rác"], ["Lưu trữ"]],
  th: [["ส่งแล้ว"], ["ร่าง", "ฉบับร่าง"], ["ถังขยะ"], ["สแปม", "อีเมลขยะ"], ["ที่เก็บถาวร"]],
  ca: [["Enviats"], ["Esborranys"], ["Paperera"], ["Correu brossa"], ["Arxiu"]],
  eu: [["Bidalita"], ["Zirriborroak"], ["Zakarrontzia"], ["Zabor-posta"], ["Artxiboa"]],
  et: [["Saadetud"], ["Mustandid"], ["Prügikast"], ["Rämpspost"], ["Arhiiv"]],
  lv: [["Nosūtītās"], ["Melnraksti"], ["Papīrgrozs"], ["Mēstules"], ["Arhīvs"]],
  lt: [["Išsiųsti"], ["Juodraščiai"], ["Šiukšlinė"], ["Šlamštas"], ["Archyvas"]],
  hr: [["Poslano"], ["Skice", "Nacrti"], ["Smeće"], ["Neželjena pošta", "Neželjena"], ["Arhiva"]],
  sr: [["Poslato", "Послато"], ["Недовршено"], ["Корпа"], ["Нежељена пошта"], ["Архива"]],
  sl: [["Poslano"], ["Osnutki"], ["Smeti", "Koš"], ["Neželena pošta"], ["Arhiv"]],
}; // prettier-ignore

const order = ["sent", "drafts", "trash", "junk", "archive"] as const;
const named = Object.entries(localized).flatMap(([language, lists]) =>
  lists.flatMap((names, at) => names.map((name) => [language, name, order[at] ?? "none"] as const)),
);

const others: [string, FolderRole][] = [
  ["Posteingang", "inbox"], ["Boîte de réception", "inbox"], ["Входящие", "inbox"], ["收件箱", "inbox"], ["All Mail", "all"], ["Alle Nachrichten", "all"],
  ["Tous les messages", "all"], ["Вся почта", "all"], ["すべてのメール", "all"],
]; // prettier-ignore

function folder(path: string, fields: Partial<KnownFolder> = {}): KnownFolder {
  const delimiter = fields.delimiter ?? "/";
  return { path, name: path.slice(delimiter === "" ? 0 : path.lastIndexOf(delimiter) + 1), delimiter, namespacePrefix: "", serverRole: null, activity: 0, ...fields };
} // prettier-ignore

const roleOf = (one: KnownFolder, all = [one], user = new Map<string, FolderRole>()) =>
  assignRoles(all, user).get(one.path);

describe("assignRoles by name", () => {
  it.each(named)("%s: %s is %s", (_, name, role) => {
    expect(roleOf(folder(name))).toMatchObject({ role, roleSource: "name", isPrimary: true });
    expect(roleOf(folder(name.toUpperCase().toLowerCase().normalize("NFD")))?.role).toBe(role);
  });

  it("knows some three hundred names in more than thirty languages", () => {
    expect(named.length).toBeGreaterThanOrEqual(296);
    expect(Object.keys(localized).length).toBeGreaterThanOrEqual(30);
  });

  it.each(others)("%s is %s", (name, role) => {
    expect(roleOf(folder(name))?.role).toBe(role);
  });

  it.each([
    "Sent to clients",
    "My archive of 2019",
    "Customers",
    "Draft contracts",
    "Not spam",
    "Junkers",
    "Inbox mail",
    "Outbox",
    "Postausgang",
  ])("leaves %s to the user", (name) => {
    expect(roleOf(folder(name))).toEqual({ role: "none", roleSource: "none", isPrimary: false });
  });

  it("reads a name with words around it that say nothing", () => {
    expect(roleOf(folder("Sent e-mails"))?.role).toBe("sent");
    expect(roleOf(folder("Spam folder"))?.role).toBe("junk");
  });

  it("counts only at the top, or directly under the namespace's prefix", () => {
    expect(roleOf(folder("Projects/Archive"))?.role).toBe("none");
    expect(roleOf(folder("INBOX.Sent", { delimiter: ".", namespacePrefix: "INBOX." }))?.role).toBe("sent");
    expect(roleOf(folder("INBOX.Customers.Sent", { delimiter: ".", namespacePrefix: "INBOX." }))?.role).toBe("none");
    expect(roleOf(folder("INBOX/Sent"))?.role).toBe("none");
    expect(roleOf(folder("[Gmail]/Sent Mail"))?.role).toBe("sent");
  });

  it("takes a name with no hierarchy as it is", () => {
    expect(roleOf(folder("Sent", { delimiter: "" }))?.role).toBe("sent");
  });
});

describe("assignRoles in conflict", () => {
  it("believes the user before the server, and the server before the name", () => {
    const sent = folder("Sent", { serverRole: "archive" });
    expect(roleOf(sent)).toMatchObject({ role: "archive", roleSource: "server" });
    expect(roleOf(sent, [sent], new Map([["Sent", "none"]]))).toEqual({
      role: "none",
      roleSource: "user",
      isPrimary: false,
    });
    expect(roleOf(sent, [sent], new Map([["Sent", "sent"]]))).toEqual({
      role: "sent",
      roleSource: "user",
      isPrimary: true,
    });
  });

  it("writes to the flagged one of two, though the other holds more", () => {
    const flagged = folder("Sent Items", { serverRole: "sent" });
    const named = folder("Sent", { activity: 900 });
    expect(roleOf(flagged, [named, flagged])?.isPrimary).toBe(true);
    expect(roleOf(named, [named, flagged])).toEqual({ role: "sent", roleSource: "name", isPrimary: false });
  });

  it("writes to the fuller one when both have only their names", () => {
    const [a, b] = [folder("Trash", { activity: 3 }), folder("Deleted Messages", { activity: 40 })];
    expect(roleOf(b, [a, b])?.isPrimary).toBe(true);
    expect(roleOf(a, [a, b])?.isPrimary).toBe(false);
  });

  it("prefers a whole name to one with words around it", () => {
    const [a, b] = [folder("Spam messages folder", { activity: 40 }), folder("Spam")];
    expect(roleOf(b, [a, b])?.isPrimary).toBe(true);
  });

  it("stays with the folder that was written to, however full another becomes", () => {
    const [a, b] = [folder("Trash", { isHeld: true }), folder("Deleted Messages", { activity: 40 })];
    expect(roleOf(a, [a, b])?.isPrimary).toBe(true);
    const flagged = folder("Bin", { serverRole: "trash" });
    expect(roleOf(flagged, [a, b, flagged])?.isPrimary).toBe(true);
  });

  it.each([
    ["Basura", "Correo no deseado", "trash"],
    ["Basura", "Papelera", "junk"],
    ["Lixo", "Lixeira", "junk"],
    ["垃圾箱", "垃圾邮件", "trash"],
  ])("takes %s beside %s for %s", (name, other, role) => {
    const [doubtful, certain] = [folder(name), folder(other)];
    expect(roleOf(doubtful, [doubtful, certain])?.role).toBe(role);
  });

  it("knows INBOX in any case, and never two of it as primary", () => {
    const [inbox, alias] = [folder("Inbox"), folder("Posteingang", { activity: 9 })];
    expect(roleOf(inbox, [alias, inbox])).toEqual({ role: "inbox", roleSource: "server", isPrimary: true });
    expect(roleOf(alias, [alias, inbox])?.isPrimary).toBe(false);
  });

  it("gives nothing to a folder that cannot be opened", () => {
    expect(roleOf(folder("Archive", { selectable: false }))?.role).toBe("none");
  });

  it("names one primary a role, whatever the order of the list", () => {
    const anyFolder = fc.record({
      path: fc.constantFrom("INBOX", "Sent", "Sent Items", "Gesendet", "Trash", "Papierkorb", "Archive", "Projects", "Projects/Sent", "Spam"),
      serverRole: fc.option(fc.constantFrom(...folderRoles), { nil: null }),
      activity: fc.nat(3),
    });
    const list = fc.uniqueArray(anyFolder, { selector: (one) => one.path, minLength: 1 });
    fc.assert(
      fc.property(list, (given) => {
        const folders = given.map(({ path, ...fields }) => folder(path, fields));
        const roles = assignRoles(folders, new Map());
        for (const role of folderRoles.filter((one) => one !== "none")) {
          const holders = [...roles.values()].filter((one) => one.role === role);
          expect(holders.filter((one) => one.isPrimary)).toHaveLength(holders.length > 0 ? 1 : 0);
        }
        const reversed = assignRoles(folders.toReversed(), new Map());
        for (const [path, role] of roles) expect(reversed.get(path)).toEqual(role);
      }),
      { seed: 41, numRuns: 300 },
    );
  }); // prettier-ignore
});
