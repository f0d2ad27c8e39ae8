/** What a mailbox holds besides questions: an invitation, mail written as HTML, spam, and what a shop writes itself. */
import type { SampleFolder } from "./sample-mail.ts";

const hourMs = 3_600_000;

export type Special = {
  name: string;
  address: string;
  folder: SampleFolder;
  subject: string;
  hoursAgo: number;
  text: string;
  /** `{date}` is a day before. */
  html?: string;
  isUnseen?: boolean;
  file?: { name: string; kind: "pdf" | "csv" };
  /** Written by the shop, to whom is named. */
  isOurs?: boolean;
};

export const specials: Special[] = [
  {
    name: "Freya Holm",
    address: "freya@gullfoss.example",
    folder: "INBOX",
    subject: "Re: Photos for the spring catalogue",
    hoursAgo: 5,
    isUnseen: true,
    text: "Lovely, thank you! Could we have the blue one from above as well?\n\nFreya",
    html: gmailReply(
      "Lovely, thank you! Could we have <b>the blue one</b> from above as well?<br><br>Freya",
      "Northwind &lt;sample@northwind.example&gt;",
      "Hello Freya,<br><br>here are the first pictures. Which of them would you like in print?<br><br>Lena",
    ),
  },
  {
    name: "Sales",
    address: "offers@cheap-lids.example",
    folder: "Junk",
    subject: "!!! 90 % OFF ALL LIDS — ONLY TODAY !!!",
    hoursAgo: 20,
    text: "Dear customer, lids at prices you will not believe. Click now.",
  },
  {
    name: "Mailbox Administrator",
    address: "admin@mailbox-verify.example",
    folder: "Junk",
    subject: "Your mailbox is almost full",
    hoursAgo: 41,
    isUnseen: true,
    text: "Your mailbox has reached 98 % of its limit. Verify your password within 24 hours, or mail will be lost.",
  },
  {
    name: "Print Works",
    address: "hello@printworks.example",
    folder: "Trash",
    subject: "Reminder: your quote expires on Friday",
    hoursAgo: 90,
    text: "Hello,\n\nthe quote for 500 gift cards is good until Friday.\n\nPrint Works",
  },
  {
    name: "Emaille Manufaktur",
    address: "vertrieb@emaille.example",
    folder: "Suppliers",
    subject: "Lagerliste Kalenderwoche 48",
    hoursAgo: 33,
    isUnseen: true,
    text: "Guten Tag,\n\nanbei die Lagerliste dieser Woche. SALT-24 ist ab Dienstag wieder da.\n\nMit freundlichen Grüßen\nPetra Lang",
    file: { name: "lager.csv", kind: "csv" },
  },
  {
    name: "Malmö Freight",
    address: "ops@malmofreight.example",
    folder: "Suppliers",
    subject: "Pallet NW-118 leaves on Thursday",
    hoursAgo: 57,
    text: "Hi,\n\npallet NW-118 leaves the terminal on Thursday morning and is with you on Friday.\n\nRegards\nOskar",
  },
  {
    name: "Daniel Whitaker",
    address: "d.whitaker@harbour.example",
    folder: "Sent",
    subject: "Our trade prices for 2027",
    hoursAgo: 29,
    text: "Hello Daniel,\n\nas promised on the phone: our trade prices for next year. They hold from 24 pieces.\n\nTom\nNorthwind",
    file: { name: "price-list.pdf", kind: "pdf" },
    isOurs: true,
  },
];

/** The invitation's meeting is at 10:00 UTC, three days on. */
export const invitation = { name: "Samuel Okafor", address: "samuel.okafor@kitchenlab.example", hoursAgo: 7 };

export function invitationCalendar(until: Date, to: string): string {
  const begin = new Date(until.getTime() + 72 * hourMs);
  begin.setUTCHours(10, 0, 0, 0);
  const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kitchen Lab//Calendar//EN", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:tasting-1@kitchenlab.example",
    `DTSTAMP:${stamp(until)}`, `DTSTART:${stamp(begin)}`, `DTEND:${stamp(new Date(begin.getTime() + hourMs))}`, "SUMMARY:Tasting: one pot\\, four stews",
    "LOCATION:Kitchen Lab\\, Hall 4", `ORGANIZER;CN=${invitation.name}:mailto:${invitation.address}`,
    `ATTENDEE;CN=Northwind;RSVP=TRUE;PARTSTAT=NEEDS-ACTION:mailto:${to}`, "SEQUENCE:0", "STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", "",
  ].join("\r\n"); // prettier-ignore
}

function gmailReply(words: string, who: string, quoted: string): string {
  return `<div dir="ltr">${words}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On {date}, ${who} wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"><div>${quoted}</div></blockquote></div>`;
}
