/** Which of the folders that a server lists hold mail of their own: the others are views of the rest, or no mail at all. */
export type ListedFolder = {
  path: string;
  name: string;
  delimiter: string;
  selectable: boolean;
  namespacePrefix: string;
  /** `\Flagged` (RFC 6154) or `\Important` (RFC 8457): shows what lies elsewhere. */
  isVirtual?: boolean;
};

/** @param provider of the account, e.g. `outlook` */
export function mailFolders<T extends ListedFolder>(provider: string, folders: readonly T[]): T[] {
  const isGroupware = isExchange(provider, folders);
  const isProton = isBridge(provider, folders);
  return folders.filter((folder) => {
    if (folder.isVirtual) return false;
    if (isGroupware && isTop(folder) && notMail.has(fold(folder.name))) return false;
    // Each mail lies in All Mail as well: two of everything, at twice the work.
    return !(isProton && isTop(folder) && bridgeViews.has(fold(folder.name)));
  });
}

/** Exchange lists its calendars and contacts among the folders; a folder of that name by itself is somebody's own. */
function isExchange(provider: string, folders: readonly ListedFolder[]): boolean {
  if (provider === "outlook") return true;
  return folders.filter((folder) => isTop(folder) && notMail.has(fold(folder.name))).length >= 3;
}

/** Proton's Bridge answers on loopback, so its tree is what tells it. */
function isBridge(provider: string, folders: readonly ListedFolder[]): boolean {
  const containers = new Set(folders.filter((folder) => !folder.selectable).map((folder) => folder.path));
  return provider === "proton" || (containers.has("Folders") && containers.has("Labels"));
}

function isTop({ path, delimiter, namespacePrefix }: ListedFolder): boolean {
  const rest = path.startsWith(namespacePrefix) ? path.slice(namespacePrefix.length) : path;
  return delimiter === "" || !rest.includes(delimiter);
}

const fold = (name: string) => name.normalize("NFKC").toLowerCase().trim();

const bridgeViews = new Set(["all mail", "starred"]);

/** As Exchange calls them, in the language of the first sign-in. */
const notMail = new Set(
  `calendar | contacts | tasks | journal | notes | sync issues | rss feeds | rss subscriptions | conversation action settings | suggested contacts |
   kalender | kontakte | aufgaben | notizen | synchronisierungsprobleme | rss-feeds | rss-abonnements |
   calendrier | tâches | notes | problèmes de synchronisation | flux rss |
   calendario | contactos | tareas | diario | notas | problemas de sincronización | contatti | attività | note | problemi di sincronizzazione |
   calendário | contatos | contactos | tarefas | diário | anotações | agenda | contactpersonen | taken | notities | logboek | synchronisatieproblemen |
   kontakter | uppgifter | anteckningar | oppgaver | notater | opgaver | noter | kalenteri | yhteystiedot | tehtävät | muistiinpanot |
   kalendarz | kontakty | zadania | dziennik | notatki | kalendář | úkoly | deník | poznámky | naptár | névjegyek | feladatok | napló | feljegyzések |
   календарь | контакты | задачи | дневник | заметки | календар | контакти | завдання | нотатки | takvim | kişiler | görevler | günlük | notlar |
   予定表 | 連絡先 | タスク | 履歴 | メモ | 일정 | 연락처 | 작업 | 업무 일지 | 메모 | 日历 | 联系人 | 任务 | 日记 | 便笺 | 行事曆 | 連絡人 | 工作 | 日誌 | 記事`
    .split("|")
    .map(fold),
); // prettier-ignore
