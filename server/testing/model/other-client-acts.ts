/** What other mail programs and the world do to the mailbox: at once, behind everybody's back, and written down in the ledger. */
import type { seededRandom } from "../seeded-random.ts";
import type { ScriptedFolder } from "../scripted-imap/scripted-folder.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";
import { messageIdOf, type Ledger } from "./ledger.ts";
import { modelMail } from "./model-mail.ts";

type Random = ReturnType<typeof seededRandom>;

const messagesMax = 30;
const ownFoldersMax = 2;
const flags = ["\\Answered", "$Label1", "Todo", "$Forwarded"];

/** @param isBusy whether the app is moving a mail at this moment */
export function otherClientActs(
  { mailbox, random, ledger, seed }: { mailbox: ScriptedMailbox; random: Random; ledger: Ledger; seed: number },
  isBusy: (id: string) => boolean,
) {
  let mailCount = 0;
  let folderCount = 0;
  const number = (below: number) => Math.floor(random.next() * below);
  const total = () => [...mailbox.folders.values()].reduce((sum, folder) => sum + folder.messages.length, 0);
  const folders = () => [...mailbox.folders.values()];
  const own = () => folders().filter(({ path }) => path.includes("Box"));

  const somewhere = (): [ScriptedFolder, number[]] | null => {
    const filled = folders().filter((folder) => folder.messages.length > 0);
    if (filled.length === 0) return null;
    const folder = random.pick(filled);
    const uids = folder.messages.map((message) => message.uid).filter(() => number(3) === 0);
    return [folder, uids.length > 0 ? uids : [random.pick(folder.messages).uid]];
  };
  const deliver = (path: string) => {
    const id = (mailCount += 1);
    const answered = number(3) === 0 && id > 2 ? `m${1 + number(id - 1)}.${seed}@customer.test` : null;
    const [messageId, source] = modelMail(id, seed, answered);
    ledger.arrived(messageId);
    return mailbox.deliver(source, path, number(4) === 0 ? ["\\Seen"] : []);
  };
  const touch = (folder: ScriptedFolder, uids: number[]) => {
    const ids = uids.flatMap((uid) => messageIdOf(folder.find(uid)?.source ?? ""));
    for (const id of ids) {
      ledger.handle(id);
      if (isBusy(id)) ledger.contest(id);
    }
    return ids;
  };

  const acts = {
    deliver: () => (total() < messagesMax ? `uid ${deliver("INBOX")}` : ""),
    deliverElsewhere: () => {
      const { path } = random.pick(folders());
      return total() < messagesMax ? `${path} uid ${deliver(path)}` : "";
    },
    deliverAgain: () => {
      const id = 1 + number(Math.max(1, mailCount));
      const [messageId, source] = modelMail(id, seed, null);
      if (total() >= messagesMax || id > mailCount) return "";
      ledger.handle(messageId);
      ledger.arrived(messageId);
      return `<${messageId}> uid ${mailbox.deliver(source)}`;
    },
    flag: () => setFlags("add"),
    unflag: () => setFlags("remove"),
    move: () => {
      const [from, uids] = somewhere() ?? [];
      const to = random.pick(folders());
      if (!from || !uids) return "";
      const ids = touch(from, uids);
      mailbox.move(from.path, uids, to.path);
      return `${from.path} ${uids.join()} to ${to.path}: ${ids.join()}`;
    },
    copy: () => {
      const [from, uids] = somewhere() ?? [];
      const to = random.pick(folders());
      if (!from || !uids || total() >= messagesMax) return "";
      const ids = touch(from, uids);
      for (const uid of uids) {
        const message = from.find(uid);
        if (message && !message.flags.has("\\Deleted")) ledger.arrived(messageIdOf(message.source));
      }
      mailbox.copy(from.path, uids, to.path);
      return `${from.path} ${uids.join()} to ${to.path}: ${ids.join()}`;
    },
    expunge: () => {
      const [from, uids] = somewhere() ?? [];
      if (!from || !uids) return "";
      const ids = touch(from, uids);
      ledger.gone(uids.flatMap((uid) => from.find(uid) ?? []));
      mailbox.expunge(from.path, uids);
      return `${from.path} ${uids.join()}: ${ids.join()}`;
    },
    createFolder: () => {
      if (own().length >= ownFoldersMax) return "";
      return mailbox.create(`${mailbox.prefix}Box ${(folderCount += 1)}`).path;
    },
    renameFolder: () => {
      const [folder] = own();
      const to = `${mailbox.prefix}Box ${(folderCount += 1)}`;
      if (!folder) return "";
      const from = folder.path;
      mailbox.rename(from, to);
      return `${from} to ${to}`;
    },
    deleteFolder: () => {
      const folder = own().at(-1);
      if (!folder) return "";
      touch(folder, folder.messages.map((message) => message.uid)); // prettier-ignore
      ledger.gone(folder.messages);
      mailbox.delete(folder.path);
      return folder.path;
    },
    renumberFolder: () => {
      const folder = random.pick(folders());
      folder.renumber();
      return `${folder.path} is ${folder.uidValidity}`;
    },
  };

  function setFlags(verb: "add" | "remove"): string {
    const [folder, uids] = somewhere() ?? [];
    const flag = random.pick(flags);
    if (!folder || !uids) return "";
    mailbox.setFlags(folder.path, uids, { [verb]: [flag] });
    return `${flag} ${folder.path} ${uids.join()}`;
  }

  return {
    acts,
    /** What is in it before anybody looks. */
    fill: (count: number) => {
      for (let made = 0; made < count; made += 1)
        deliver(random.pick(["INBOX", "INBOX", "INBOX", `${mailbox.prefix}Archive`]));
    },
  };
}
