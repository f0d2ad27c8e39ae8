import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { asHeader, type Person } from "./people.ts";

export type Letter = {
  from: Person;
  to: Person | Person[];
  cc?: Person[];
  subject: string;
  text?: string;
  html?: string;
  messageId?: string;
  /** The Message-IDs of what came before, oldest first; the last is the one that is answered. */
  references?: string[];
  /** When its server got it; now unless said. */
  receivedAt?: Date;
  attachments?: { filename: string; content: Buffer | string; contentType?: string; cid?: string }[];
};

let count = 0;

/** A mail as it travels, and its Message-ID. */
export async function compose(letter: Letter): Promise<{ messageId: string; source: Buffer }> {
  const {
    from,
    to,
    cc = [],
    references = [],
    messageId = `<letter-${(count += 1)}-${Date.now()}@${domainOf(from)}>`,
  } = letter;
  const composer = new MailComposer({
    from: asHeader(from),
    to: [to].flat().map(asHeader),
    cc: cc.map(asHeader),
    subject: letter.subject,
    messageId,
    ...(letter.html === undefined ? { text: letter.text ?? letter.subject } : { html: letter.html }),
    ...(letter.html !== undefined && letter.text !== undefined && { text: letter.text }),
    ...(references.length > 0 && { references, inReplyTo: references.at(-1) ?? "" }),
    ...(letter.attachments && { attachments: letter.attachments }),
  });
  return { messageId, source: await composer.compile().build() };
}

function domainOf(person: Person): string {
  return person.address.split("@")[1] ?? "mail.test";
}
