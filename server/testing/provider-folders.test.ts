/** The trees that providers really show: each built on a server, synced, and read back by role and by view. */
import { describe, expect, it } from "vitest";
import { foldersOf } from "#db/queries/sync/folders";
import { ConversationQuery } from "#lib/contracts/conversation";
import type { ConversationView, FolderRole } from "#lib/contracts/vocabulary";
import { listConversations } from "#server/queries/conversations/list-conversations";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import { plainMail, useScriptedSync } from "#server/testing/scripted-sync";
import type { ScriptedImapOptions } from "#server/testing/scripted-imap/start-scripted-imap";

type Entry = {
  path: string;
  /** What it becomes here; `left out` when it is no folder of mail. A star: the one that is written to. */
  is: FolderRole | `${FolderRole}*` | "left out" | "container";
  flag?: string;
};

type Convention = {
  provider?: string;
  options?: Partial<ScriptedImapOptions>;
  inboxName?: string;
  delimiter?: string;
  folders: Entry[];
  /** Subjects by view. */
  views: Partial<Record<ConversationView, string[]>>;
};

const f = (path: string, is: Entry["is"], flag?: string): Entry => ({ path, is, ...(flag ? { flag } : {}) });
const withoutSpecialUse = { capabilities: "plain" } as const;

const conventions: Record<string, Convention> = {
  "Gmail with All Mail hidden, in German": {
    provider: "gmail",
    folders: [
      f("[Gmail]", "container"), f("[Gmail]/Entwürfe", "drafts*", "\\Drafts"), f("[Gmail]/Gesendet", "sent*", "\\Sent"),
      f("[Gmail]/Spam", "junk*", "\\Junk"), f("[Gmail]/Papierkorb", "trash*", "\\Trash"), f("[Gmail]/Markiert", "left out", "\\Flagged"),
      f("[Gmail]/Wichtig", "left out", "\\Important"), f("Kunden", "none"), f("Kunden/Archiv", "none"),
    ],
    views: { open: ["INBOX", "Kunden", "Kunden/Archiv"], sent: ["[Gmail]/Gesendet"], junk: ["[Gmail]/Spam"], trash: ["[Gmail]/Papierkorb"], archive: [] },
  },
  "Google Mail with its old container and without flags": {
    provider: "gmail",
    options: withoutSpecialUse,
    folders: [
      f("[Google Mail]", "container"), f("[Google Mail]/Drafts", "drafts*"), f("[Google Mail]/Sent Mail", "sent*"),
      f("[Google Mail]/Spam", "junk*"), f("[Google Mail]/Bin", "trash*"), f("[Google Mail]/All Mail", "all*"),
    ],
    views: { open: ["INBOX"], sent: ["[Google Mail]/Sent Mail"], trash: ["[Google Mail]/Bin"], all: ["INBOX", "[Google Mail]/Drafts", "[Google Mail]/Sent Mail", "[Google Mail]/All Mail"] },
  },
  "Microsoft 365, which flags nothing": {
    provider: "outlook",
    options: withoutSpecialUse,
    folders: [
      f("Archive", "archive*"), f("Calendar", "left out"), f("Calendar/Birthdays", "none"), f("Contacts", "left out"), f("Tasks", "left out"),
      f("Conversation History", "none"), f("Deleted Items", "trash*"), f("Drafts", "drafts*"), f("Junk Email", "junk*"), f("Notes", "left out"),
      f("Outbox", "none"), f("Sent Items", "sent*"), f("Sync Issues", "left out"),
    ],
    views: { sent: ["Sent Items"], trash: ["Deleted Items"], junk: ["Junk Email"], archive: ["Archive"] },
  },
  "Exchange in a house, in French": {
    options: withoutSpecialUse,
    folders: [
      f("Boîte d'envoi", "none"), f("Brouillons", "drafts*"), f("Calendrier", "left out"), f("Contacts", "left out"), f("Tâches", "left out"),
      f("Courrier indésirable", "junk*"), f("Éléments envoyés", "sent*"), f("Éléments supprimés", "trash*"),
    ],
    views: { sent: ["Éléments envoyés"], trash: ["Éléments supprimés"], junk: ["Courrier indésirable"] },
  },
  "Yahoo with doubles from other programs": {
    provider: "yahoo",
    inboxName: "Inbox",
    folders: [
      f("Archive", "archive*", "\\Archive"), f("Bulk Mail", "junk"), f("Bulk", "junk*", "\\Junk"), f("Draft", "drafts*", "\\Drafts"), f("Drafts", "drafts"),
      f("Sent", "sent*", "\\Sent"), f("Sent Messages", "sent"), f("Trash", "trash*", "\\Trash"), f("Deleted Messages", "trash"),
    ],
    views: { open: ["INBOX"], sent: ["Sent", "Sent Messages"], junk: ["Bulk", "Bulk Mail"], trash: ["Deleted Messages", "Trash"], archive: ["Archive"] },
  },
  iCloud: {
    provider: "icloud",
    options: { capabilities: "condstore" },
    folders: [
      f("Archive", "archive*", "\\Archive"), f("Deleted Messages", "trash*", "\\Trash"), f("Drafts", "drafts*", "\\Drafts"),
      f("Junk", "junk*", "\\Junk"), f("Sent Messages", "sent*", "\\Sent"), f("Notes", "none"),
    ],
    views: { open: ["INBOX", "Notes"], sent: ["Sent Messages"], trash: ["Deleted Messages"] },
  },
  "Courier, with everything below INBOX.": {
    options: { capabilities: "plain", namespacePrefix: "INBOX." },
    folders: [
      f("INBOX.Sent", "sent*"), f("INBOX.Drafts", "drafts*"), f("INBOX.Trash", "trash*"), f("INBOX.Kunden", "none"), f("INBOX.Kunden.Sent", "none"),
    ],
    views: { open: ["INBOX", "INBOX.Kunden", "INBOX.Kunden.Sent"], sent: ["INBOX.Sent"], trash: ["INBOX.Trash"] },
  },
  "cPanel, whose programs have made doubles": {
    options: { capabilities: "condstore", namespacePrefix: "INBOX." },
    folders: [
      f("INBOX.Sent", "sent*", "\\Sent"), f("INBOX.Sent Items", "sent"), f("INBOX.spam", "junk*"), f("INBOX.Junk E-mail", "junk"),
      f("INBOX.Archive", "archive*", "\\Archive"), f("INBOX.Archive.2024", "none"), f("INBOX.Drafts", "drafts*"), f("INBOX.Trash", "trash*"),
    ],
    views: { sent: ["INBOX.Sent", "INBOX.Sent Items"], junk: ["INBOX.Junk E-mail", "INBOX.spam"], archive: ["INBOX.Archive"] },
  },
  "Cyrus with its alternative namespace": {
    folders: [
      f("Sent", "sent*", "\\Sent"), f("Drafts", "drafts*", "\\Drafts"), f("Spam", "junk*", "\\Junk"), f("Trash", "trash*", "\\Trash"),
      f("Archive", "archive*", "\\Archive"), f("Archive/2023", "none"),
    ],
    views: { sent: ["Sent"], junk: ["Spam"], archive: ["Archive"] },
  },
  "Proton's Bridge, where All Mail has everything twice": {
    folders: [
      f("Folders", "container"), f("Folders/Clients", "none"), f("Labels", "container"), f("Labels/Urgent", "none"), f("All Mail", "left out"), f("Starred", "left out"),
      f("Archive", "archive*", "\\Archive"), f("Sent", "sent*", "\\Sent"), f("Drafts", "drafts*", "\\Drafts"), f("Spam", "junk*", "\\Junk"), f("Trash", "trash*", "\\Trash"),
    ],
    views: { open: ["Folders/Clients", "INBOX", "Labels/Urgent"], archive: ["Archive"], sent: ["Sent"] },
  },
  Fastmail: {
    provider: "fastmail",
    options: { capabilities: "objectid" },
    folders: [
      f("Archive", "archive*", "\\Archive"), f("Drafts", "drafts*", "\\Drafts"), f("Sent", "sent*", "\\Sent"), f("Spam", "junk*", "\\Junk"),
      f("Trash", "trash*", "\\Trash"), f("Memos", "none"),
    ],
    views: { open: ["INBOX", "Memos"], junk: ["Spam"], sent: ["Sent"] },
  },
  Zoho: {
    provider: "zoho",
    options: { capabilities: "condstore" },
    folders: [
      f("Drafts", "drafts*", "\\Drafts"), f("Templates", "none"), f("Snoozed", "none"), f("Sent", "sent*", "\\Sent"), f("Spam", "junk*", "\\Junk"),
      f("Trash", "trash*", "\\Trash"), f("Notification", "none"), f("Newsletter", "none"),
    ],
    views: { sent: ["Sent"], junk: ["Spam"], trash: ["Trash"] },
  },
  "a server without hierarchy": {
    options: { capabilities: "plain" },
    delimiter: "",
    folders: [f("Sent", "sent*"), f("a/b.c", "none"), f('Say "100%" *now*', "none"), f("Caf\u00e9", "none"), f("Cafe\u0301", "none"), f("📦 Pakete", "none"), f("Trash", "trash*")],
    views: { open: ["INBOX", 'Say "100%" *now*', "a/b.c", "Café", "Café".normalize("NFD"), "📦 Pakete"], sent: ["Sent"] },
  },
}; // prettier-ignore

useFreshStore();
const scripted = useScriptedSync();

async function sync({ provider = "generic", options = {}, inboxName, delimiter, folders }: Convention) {
  const { mailbox, start } = await scripted(0, options);
  for (const path of mailbox.folders.keys()) if (path !== "INBOX") mailbox.delete(path);
  if (inboxName !== undefined) mailbox.inboxName = inboxName;
  if (delimiter !== undefined) mailbox.delimiter = delimiter;
  let count = 0;
  const deliver = (path: string) =>
    mailbox.deliver(plainMail((count += 1)).replace(/Subject: .*/, `Subject: ${encoded(path)}`), path);
  deliver("INBOX");
  for (const { path, is, flag } of folders) {
    mailbox.create(path, { ...(flag ? { specialUse: flag } : {}), selectable: is !== "container" });
    if (is !== "container") deliver(path);
  }
  const running = await start({ provider });
  const expectedCount = folders.filter(({ is }) => is !== "container" && is !== "left out").length + 1;
  await until(async () => {
    const stored = await foldersOf(store().read, running.account.id);
    return stored.filter((folder) => folder.selectable && folder.storedCount === 1).length >= expectedCount;
  });
  return running.account;
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;

describe("the folders of", () => {
  it.each(Object.entries(conventions))("%s get their roles and show in the views", async (_, convention) => {
    const account = await sync(convention);
    const stored = await foldersOf(store().read, account.id);
    const shown = convention.folders.map(({ path }) => {
      const row = stored.find((folder) => folder.path === path);
      if (!row) return [path, "left out"];
      if (!row.selectable) return [path, "container"];
      return [path, row.role + (row.isPrimary && row.role !== "none" ? "*" : "")];
    });
    expect(shown).toEqual(convention.folders.map(({ path, is }) => [path, is]));
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const subjects = async (query: Record<string, unknown>) =>
      (await listConversations(agent, ConversationQuery.parse(query))).items.map((item) => item.subject).sort();
    for (const [view, expected] of Object.entries(convention.views))
      expect([view, await subjects({ view })]).toEqual([view, expected.toSorted()]);
    // What other programs have made beside the folder of a role is shown in it.
    const sent = stored.find((folder) => folder.role === "sent" && folder.isPrimary);
    if (convention.views.sent) expect(await subjects({ view: "all", folder: sent?.id })).toEqual(convention.views.sent);
  });
});
