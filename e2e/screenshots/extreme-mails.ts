/** Mail that strains the page: nothing in it is as long, or runs the way, as one would draw it. */
import { createTransport } from "nodemailer";

export const extreme = {
  long: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
  rightToLeft: "שאלה על הזמנה",
  meeting: "Quarterly planning with the warehouse",
};

const to = "support@northwind.test";
const word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
const crowd = Array.from({ length: 40 }, (_, at) => `Colleague Number ${at + 1} <colleague.${at + 1}@acme.test>`);

const firstDay = new Date(Date.now() + 2 * 86_400_000);
const inTwoDays = firstDay.toISOString().slice(0, 10).replaceAll("-", "");
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
// The day that it begins on, and the second after it.
const repeatDays = [0, 2].map((later) => weekdays[(firstDay.getUTCDay() + later) % 7]).join(",");
const invitation = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Acme//EN",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "UID:planning@acme.test",
  `DTSTAMP:${inTwoDays}T080000Z`,
  `DTSTART:${inTwoDays}T130000Z`,
  `DTEND:${inTwoDays}T143000Z`,
  `RRULE:FREQ=WEEKLY;BYDAY=${repeatDays};COUNT=12`,
  `SUMMARY:${extreme.meeting}`,
  "LOCATION:Meeting room Harbour\\, third floor",
  "ORGANIZER;CN=Priya Nair:mailto:priya@acme.test",
  `ATTENDEE;CN=Northwind Support;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${to}`,
  "ATTENDEE;CN=Priya Nair;PARTSTAT=ACCEPTED:mailto:priya@acme.test",
  "ATTENDEE;CN=Olu Adeyemi;PARTSTAT=TENTATIVE:mailto:olu@acme.test",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

/** Sends them to the demo's support mailbox. */
export async function sendExtremes(smtpPort: number): Promise<void> {
  const transport = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ignoreTLS: true });
  await transport.sendMail({
    from: `Dr. Maximiliane-Theodora von und zu Hohenlohe-Schillingsfürst-${word} <maximiliane.theodora.hohenlohe-schillingsfuerst@very-long-name-of-a-company-that-sells-pots.test>`,
    to: [to, ...crowd.slice(0, 20)],
    cc: crowd.slice(20),
    subject: `${extreme.long} and a subject that goes on and on, because somebody wrote all of the mail into it: the pot, the lid, the handle and the shipping 🫕📦🚚`,
    text: `Hello,\n\n${word}${word}${word}\n\nhttps://shop.northwind.test/${"a-long-path/".repeat(30)}?q=${"x".repeat(120)}\n\nRegards\nM.`,
    attachments: Array.from({ length: 9 }, (_, at) => ({
      filename: `${at + 1} – ${word} of the year 2026, last version, really (final) ${at}.txt`,
      content: "One, two, three",
    })),
  });
  await transport.sendMail({
    from: "רות לוי <ruth@customer.test>",
    to,
    subject: `${extreme.rightToLeft} 48213 – urgent`,
    html: `<div dir="rtl"><p>שלום,</p><p>מתי תגיע ההזמנה <b>48213</b>? תודה.</p><ul><li>סיר אחד</li><li>שני מכסים</li></ul></div>`,
  });
  await transport.sendMail({
    from: "Priya Nair <priya@acme.test>",
    to,
    subject: extreme.meeting,
    text: "Please join us.",
    icalEvent: { method: "REQUEST", content: invitation },
  });
}
