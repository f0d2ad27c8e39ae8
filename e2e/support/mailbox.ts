import PostalMime, { type Email } from "postal-mime";
import type { Dovecot } from "#server/testing/dovecot/start-dovecot";
import { quote, type RawImap } from "#server/testing/dovecot/raw-imap";
import { compose, type Letter } from "./compose.ts";
import type { Person } from "./people.ts";

/** What lies in a folder on the server. */
export type StoredMail = { uid: number; flags: string[]; source: Buffer };

/** Somebody's mailbox, seen and used from another mail program. */
export class Mailbox {
  readonly person: Person;
  readonly #server: Dovecot;

  constructor(server: Dovecot, person: Person) {
    this.#server = server;
    this.person = person;
  }

  async mails(folder = "INBOX"): Promise<StoredMail[]> {
    return this.#as(async (imap) => {
      await imap.run(`EXAMINE ${quote(folder)}`);
      return readFetch(await imap.run("UID FETCH 1:* (UID FLAGS BODY.PEEK[])"));
    });
  }

  /** Its mails with all that a person would see of them. */
  async read(folder = "INBOX"): Promise<Email[]> {
    return Promise.all((await this.mails(folder)).map((mail) => PostalMime.parse(mail.source)));
  }

  /** What lies there, as a list of mails shows it. */
  async subjects(folder = "INBOX"): Promise<{ subject: string; flags: string[] }[]> {
    const mails = await this.mails(folder);
    return Promise.all(
      mails.map(async ({ source, flags }) => ({ subject: (await PostalMime.parse(source)).subject ?? "", flags })),
    );
  }

  async makeFolder(path: string): Promise<void> {
    await this.#as((imap) => imap.run(`CREATE ${quote(path)}`));
  }

  async count(folder = "INBOX"): Promise<number> {
    return (await this.mails(folder)).length;
  }

  /** The flags of the one mail with that subject; null while it is not there. */
  async flagsOf(subject: string, folder = "INBOX"): Promise<string[] | null> {
    const mail = (await this.mails(folder)).find(({ source }) => hasSubject(source, subject));
    return mail?.flags ?? null;
  }

  async has(subject: string, folder = "INBOX"): Promise<boolean> {
    return (await this.flagsOf(subject, folder)) !== null;
  }

  /** e.g. `+FLAGS (\\Flagged)` */
  async store(subject: string, change: string, folder = "INBOX"): Promise<void> {
    await this.#as(async (imap) => {
      await imap.run(`SELECT ${quote(folder)}`);
      const mails = readFetch(await imap.run("UID FETCH 1:* (UID FLAGS BODY.PEEK[])"));
      const mail = mails.find(({ source }) => hasSubject(source, subject));
      if (!mail) throw new Error(`“${subject}” is not in ${folder}.`);
      await imap.run(`UID STORE ${mail.uid} ${change}`);
    });
  }

  /** Puts a mail into one of its own folders, as delivery or another program would. */
  async receive(letter: Omit<Letter, "to"> & { to?: Letter["to"] }, folder = "INBOX"): Promise<string> {
    const { source, messageId } = await compose({ to: this.person, ...letter });
    const { receivedAt } = letter;
    await this.#server.deliver(this.person.address, source, folder, receivedAt ? { receivedAt } : {});
    return messageId;
  }

  /** Keeps a mail that is not written to its end yet, as another mail program does. */
  async keepDraft(letter: Letter, folder = "Drafts"): Promise<void> {
    const { source } = await compose(letter);
    await this.#as((imap) => imap.append(folder, source, { flags: ["\\Draft", "\\Seen"] }));
  }

  async #as<T>(work: (imap: RawImap) => Promise<T>): Promise<T> {
    const imap = await this.#server.login(this.person.address);
    try {
      return await work(imap);
    } finally {
      imap.close();
    }
  }
}

/** The client's lines were split at every CRLF, those of literals too: their octet counts put them together again. */
function readFetch(lines: string[]): StoredMail[] {
  const text = lines.join("\r\n");
  return [...text.matchAll(/^\* \d+ FETCH \(UID (\d+) FLAGS \(([^)]*)\) BODY\[\] \{(\d+)\}\r\n/gm)].map((match) => {
    const start = match.index + match[0].length;
    return {
      uid: Number(match[1]),
      flags: (match[2] ?? "").split(" ").filter((flag) => flag !== "" && flag !== "\\Recent"),
      source: Buffer.from(text.slice(start, start + Number(match[3])), "latin1"),
    };
  });
}

function hasSubject(source: Buffer, subject: string): boolean {
  return source.toString().split("\r\n\r\n")[0]?.includes(`Subject: ${subject}\r\n`) ?? false;
}
