import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { newsletters } from "#server/sync/sample/mails/newsletters";
import { customers, teams, type Person, type Team } from "#server/sync/sample/mails/people";
import { seededRandom } from "#server/testing/seeded-random";
import { sampleFile } from "#server/sync/sample/mails/sample-file";
import { singles } from "#server/sync/sample/mails/singles";
import { threads, type Thread } from "#server/sync/sample/mails/threads";

export type SampleMail = {
  team: Team;
  folder: "INBOX" | "Sent" | "Archive" | "Trash" | "Junk";
  raw: Buffer;
  flags: string[];
  receivedAt: Date;
};

type Random = ReturnType<typeof seededRandom>;

const wantedCount = 200;
const hourMs = 3_600_000;

/** About 200 mails of two mailboxes, the same every time but for the hour they are counted back from. */
export async function sampleMails(until: Date): Promise<SampleMail[]> {
  const random = seededRandom(20261123);
  const mails = (await Promise.all(threads.map((thread) => threadMails(thread, until)))).flat();
  for (let index = 0; mails.length < wantedCount; index += 1) {
    const receivedAt = new Date(until.getTime() - (8 + index * 3.7 + random.next() * 3) * hourMs);
    const team = random.next() < 0.65 ? "support" : "sales";
    const isMachine = index % 6 === 5;
    const raw = isMachine
      ? await newsletterMail(random.pick(newsletters), team, receivedAt, index)
      : await singleMail(random.pick(customers), team, receivedAt, index, random);
    const folder = index > 90 ? "Archive" : index % 41 === 40 ? "Junk" : index % 29 === 28 ? "Trash" : "INBOX";
    mails.push({ team, folder, raw, flags: index < 6 && !isMachine ? [] : ["\\Seen"], receivedAt });
  }
  return mails.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

async function threadMails(thread: Thread, until: Date): Promise<SampleMail[]> {
  const customer = customers.find((person) => person.name === thread.customer);
  if (!customer) throw new Error(`${thread.customer} is no customer.`);
  const references: string[] = [];
  const mails: SampleMail[] = [];
  for (const [index, turn] of thread.turns.entries()) {
    const age = thread.hoursAgo + (thread.turns.length - 1 - index) * 7.3;
    const receivedAt = new Date(until.getTime() - age * hourMs);
    const home: Team = thread.to[0] ?? "support";
    const isOurs = turn.by === "team";
    const messageId = `<${index}.${slug(thread.subject)}@${isOurs ? "northwind.test" : customer.address.split("@")[1]}>`;
    const raw = await compose({
      from: isOurs ? teams[home] : customer,
      to: isOurs ? [customer] : thread.to.map((team) => teams[team]),
      subject: index === 0 ? thread.subject : `Re: ${thread.subject}`,
      text: turn.text,
      date: receivedAt,
      messageId,
      ...(references.length > 0 ? { inReplyTo: references.at(-1) ?? "", references: [...references] } : {}),
      attachments: await Promise.all((turn.files ?? []).map(sampleFile)),
    });
    const isLast = index === thread.turns.length - 1;
    const flags = [
      ...(isLast && thread.isUnseen ? [] : ["\\Seen"]),
      ...(isLast && thread.isFlagged ? ["\\Flagged"] : []),
      ...(!isLast && !isOurs ? ["\\Answered"] : []),
    ];
    for (const team of isOurs ? [home] : thread.to)
      mails.push({ team, folder: isOurs ? "Sent" : "INBOX", raw, flags, receivedAt });
    references.push(messageId);
  }
  return mails;
}

async function singleMail(from: Person, team: Team, date: Date, index: number, random: Random): Promise<Buffer> {
  const single = random.pick(singles[from.language]);
  const fill = (text: string) => text.replaceAll("{n}", String(48_200 - index * 3)).replaceAll("{name}", from.name);
  const files = index % 7 === 3 ? [await sampleFile({ name: "receipt.pdf", kind: "pdf" })] : [];
  return compose({
    from,
    to: [teams[team]],
    subject: fill(single.subject),
    text: fill(single.text),
    date,
    messageId: `<single.${index}@${from.address.split("@")[1]}>`,
    attachments: files,
  });
}

function newsletterMail(issue: (typeof newsletters)[number], team: Team, date: Date, index: number): Promise<Buffer> {
  return compose({
    from: issue,
    to: [teams[team]],
    subject: issue.subject,
    html: issue.html,
    date,
    messageId: `<issue.${index}@${issue.address.split("@")[1]}>`,
    list: { unsubscribe: `https://www.${issue.address.split("@")[1]}/stop` },
    headers: { Precedence: "bulk" },
  });
}

function compose(mail: ConstructorParameters<typeof MailComposer>[0]): Promise<Buffer> {
  return new MailComposer(mail).compile().build();
}

const slug = (text: string) => Buffer.from(text).toString("hex").slice(0, 24);
