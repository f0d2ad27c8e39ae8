import MailComposer from "nodemailer/lib/mail-composer";
import { introduceQuote } from "#lib/mail/quotes/introduce";
import { newsletters } from "./newsletters.ts";
import { customers, shop, type Person } from "./people.ts";
import { sampleFile } from "./sample-file.ts";
import type { SampleFolder, SampleMail } from "./sample-mail.ts";
import { singles } from "./singles.ts";
import { invitation, invitationCalendar, specials, type Special } from "./specials.ts";
import { threads, type Thread } from "./threads.ts";

type Mail = ConstructorParameters<typeof MailComposer>[0];

const hourMs = 3_600_000;
/** Of the questions in every language these are done with and lie in the archive. */
const archivedEvery = 4;

/** Some fifty mails in about forty conversations, the same each time but for the hour they are counted back from; oldest first. */
export function sampleMails(until: Date): SampleMail[] {
  const mails = [
    ...threads.flatMap((thread) => threadMails(thread, until)),
    ...singleMails(until),
    ...newsletters.map((_, index) => newsletterMail(index, until)),
    ...specials.map((special, index) => specialMail(special, index, until)),
    invitationMail(until),
  ];
  return mails.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

function threadMails({ customer, subject, hoursAgo, turns, ...thread }: Thread, until: Date): SampleMail[] {
  const writer = customerNamed(customer);
  const dateOf = (index: number) => hoursBefore(until, hoursAgo + (turns.length - 1 - index) * 7.3);
  const personOf = (index: number) => (turns[index]?.by === "team" ? shop : writer);
  const idOf = (index: number) => `${index}.${slug(subject)}@${domainOf(personOf(index).address)}`;
  return turns.map(({ by, text, files = [] }, index) => {
    const before = turns[index - 1];
    const isLast = index === turns.length - 1;
    const references = turns.slice(0, index).map((_, earlier) => `<${idOf(earlier)}>`);
    return mailOf(by === "team" ? "Sent" : "INBOX", idOf(index), dateOf(index), {
      isUnseen: isLast && thread.isUnseen === true,
      isFlagged: isLast && thread.isFlagged === true,
      isAnswered: !isLast && by === "customer",
      write: async () => ({
        from: personOf(index),
        to: [by === "team" ? writer : shop],
        subject: index === 0 ? subject : `Re: ${subject}`,
        text: before ? `${text}\n\n${quoteOf(before.text, personOf(index - 1), dateOf(index - 1), writer)}` : text,
        ...(before && { inReplyTo: `<${idOf(index - 1)}>`, references }),
        attachments: await Promise.all(files.map(sampleFile)),
      }),
    });
  });
}

/** As mail programs do it: below, introduced in the language of who writes. */
function quoteOf(text: string, from: { name: string; address: string }, at: Date, { language }: Person): string {
  const mail = { from, to: [], cc: [], subject: "", at };
  return [introduceQuote(mail, language === "sv" ? "en" : language, "UTC"), ...text.split("\n").map((line) => `> ${line}`)].join("\n"); // prettier-ignore
}

function singleMails(until: Date): SampleMail[] {
  const all = Object.entries(singles).flatMap(([language, list]) => {
    const writers = customers.filter((person) => person.language === language);
    return list.map((single, index) => ({ single, from: writers[index % writers.length] }));
  });
  return all.flatMap(({ single, from }, index) => {
    if (!from) return [];
    const fill = (text: string) => text.replaceAll("{n}", String(48_200 - index * 3)).replaceAll("{name}", from.name);
    const folder = index % archivedEvery === archivedEvery - 1 ? "Archive" : "INBOX";
    return mailOf(folder, `single.${index}@${domainOf(from.address)}`, hoursBefore(until, 6 + index * 5.3), {
      isUnseen: index < 3,
      write: async () => ({
        from,
        to: [shop],
        subject: fill(single.subject),
        text: fill(single.text),
        attachments: index === 3 ? [await sampleFile({ name: "receipt.pdf", kind: "pdf" })] : [],
      }),
    });
  });
}

function newsletterMail(index: number, until: Date): SampleMail {
  const issue = newsletters[index];
  if (!issue) throw new Error("There is no such newsletter.");
  const { name, address, subject, html } = issue;
  return mailOf("INBOX", `issue.${index}@${domainOf(address)}`, hoursBefore(until, 4 + index * 19), {
    isUnseen: index === 0,
    write: () => ({
      from: { name, address },
      to: [shop],
      subject,
      html,
      list: { unsubscribe: `https://www.${domainOf(address)}/stop` },
      headers: { Precedence: "bulk" },
    }),
  });
}

function specialMail({ isOurs, isUnseen, file, ...special }: Special, index: number, until: Date): SampleMail {
  const { folder, hoursAgo, name, address, subject, text, html } = special;
  const [from, to] = isOurs ? [shop, { name, address }] : [{ name, address }, shop];
  return mailOf(folder, `special.${index}@${domainOf(from.address)}`, hoursBefore(until, hoursAgo), {
    isUnseen: isUnseen === true,
    write: async () => ({
      from,
      to: [to],
      subject,
      text,
      ...(html !== undefined && { html: html.replace("{date}", dayOf(hoursBefore(until, hoursAgo + 24))) }),
      attachments: file ? [await sampleFile(file)] : [],
    }),
  });
}

function invitationMail(until: Date): SampleMail {
  const { name, address, hoursAgo } = invitation;
  return mailOf("INBOX", `invitation@${domainOf(address)}`, hoursBefore(until, hoursAgo), {
    isUnseen: true,
    write: () => ({
      from: { name, address },
      to: [shop],
      subject: "Invitation: Tasting: one pot, four stews",
      text: "You are invited to a tasting at Kitchen Lab, Hall 4.",
      icalEvent: { method: "REQUEST", content: invitationCalendar(until, shop.address) },
    }),
  });
}

type Making = { isUnseen: boolean; isFlagged?: boolean; isAnswered?: boolean; write: () => Mail | Promise<Mail> };

function mailOf(folder: SampleFolder, id: string, receivedAt: Date, making: Making): SampleMail {
  const { isUnseen, isFlagged = false, isAnswered = false, write } = making;
  const flags = [
    ...(isUnseen ? [] : ["\\Seen"]),
    ...(isFlagged ? ["\\Flagged"] : []),
    ...(isAnswered ? ["\\Answered"] : []),
  ];
  const source = async () => {
    const mail = await write();
    // A random boundary would make other bytes each time.
    return new MailComposer({ ...mail, messageId: `<${id}>`, date: receivedAt, baseBoundary: slug(id) })
      .compile()
      .build();
  };
  return { folder, id, receivedAt, flags, source };
}

function customerNamed(name: string): Person {
  const customer = customers.find((person) => person.name === name);
  if (!customer) throw new Error(`${name} is no customer.`);
  return customer;
}

const dayOf = (at: Date) => at.toUTCString().replace(/:\d\d GMT$/, "");

/** Whole seconds, as a Date header has them. */
const hoursBefore = (until: Date, hours: number) =>
  new Date(Math.floor((until.getTime() - hours * hourMs) / 1000) * 1000);

const domainOf = (address: string) => address.split("@")[1] ?? "invalid";
const slug = (text: string) => Buffer.from(text).toString("hex").slice(0, 24);
