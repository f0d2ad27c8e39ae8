import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ConnectAccount } from "#lib/contracts/account";
import { startDovecot, type Dovecot, type DovecotOptions } from "#server/testing/dovecot/start-dovecot";
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from "#server/testing/smtp-sink";
import { compose, type Letter } from "./compose.ts";
import { Mailbox } from "./mailbox.ts";
import { mailPassword, maria, sales, support, type Person } from "./people.ts";

export type MailServerOptions = Omit<Partial<DovecotOptions>, "users"> &
  Pick<SmtpSinkOptions, "isTokenGood"> & { people?: Person[] };

/** A provider: real IMAP before real mailboxes, and SMTP that brings mail to those it knows and drops the rest. */
export class MailServer {
  readonly dovecot: Dovecot;
  readonly smtp: SmtpSink;
  readonly #people: Person[];

  private constructor(dovecot: Dovecot, smtp: SmtpSink, people: Person[]) {
    this.dovecot = dovecot;
    this.smtp = smtp;
    this.#people = people;
  }

  static async start(wishes: MailServerOptions = {}): Promise<MailServer> {
    const { people = [support, sales, maria], isTokenGood, ...options } = wishes;
    const users = people.map(({ address }) => ({ name: address, password: mailPassword }));
    const dovecot = await startDovecot({ ...options, users });
    const smtp = await startSmtpSink({
      ...(isTokenGood && { isTokenGood }),
      deliverTo: async (address, source) => {
        if (people.some((person) => person.address === address)) await dovecot.deliver(address, source);
      },
    });
    return new MailServer(dovecot, smtp, people);
  }

  mailbox(person: Person): Mailbox {
    return new Mailbox(this.dovecot, person);
  }

  /** Brings one mail to everybody it is addressed to who has a mailbox here; answers with its Message-ID. */
  async deliver(letter: Letter): Promise<string> {
    const { source, messageId } = await compose(letter);
    const addressed = new Set([letter.to, letter.cc ?? []].flat().map(({ address }) => address));
    for (const { address } of this.#people) if (addressed.has(address)) await this.dovecot.deliver(address, source);
    return messageId;
  }

  /** As when somebody changed it at the provider: every connection ends, and the old one is refused. */
  async changePassword({ address }: Person, password: string): Promise<void> {
    const path = join(this.dovecot.folder, "users");
    const others = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith(`${address}:`));
    writeFileSync(path, [...others, `${address}:{PLAIN}${password}`, ""].join("\n"));
    await this.dovecot.restart();
  }

  /** What an admin would type to connect that mailbox. */
  account(person: Person): ConnectAccount {
    return {
      name: person.name,
      senderName: person.name,
      emailAddress: person.address,
      password: mailPassword,
      mode: "two-way",
      imap: { host: "127.0.0.1", port: this.dovecot.imapPort, security: "none" },
      smtp: { host: "127.0.0.1", port: this.smtp.port, security: "none" },
    };
  }

  async stop(): Promise<void> {
    await this.smtp.stop();
    await this.dovecot.stop();
  }
}
