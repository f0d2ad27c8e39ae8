import type { Dovecot } from "#server/testing/dovecot/start-dovecot";

const firstAt = Date.UTC(2026, 9, 1);
const batchMax = 200;

/**
 * Fills a user's INBOX with mail that looks like a support team's: every fourth answers an earlier one, every tenth carries a file, every
 * ninth is unseen. The same for the same count.
 */
export async function fillMailbox(dovecot: Dovecot, user: string, count: number): Promise<void> {
  const client = await dovecot.login(user);
  for (let start = 0; start < count; start += batchMax) {
    const indices = Array.from({ length: Math.min(batchMax, count - start) }, (_, offset) => start + offset);
    // Many mails in one command (RFC 3502), with literals that wait for nobody (RFC 7888).
    await client.run(`APPEND INBOX${indices.map(entryOf).join("")}`);
  }
  client.close();
}

function entryOf(index: number): string {
  const receivedAt = new Date(firstAt + index * 61_000);
  const mail = mailOf(index, receivedAt);
  const [, day = "", month = "", year = "", time = ""] = receivedAt.toUTCString().split(" ");
  const flags = index % 9 === 0 ? "" : "\\Seen";
  // ASCII only, so that characters are octets.
  return ` (${flags}) "${day}-${month}-${year} ${time} +0000" {${mail.length}+}\r\n${mail}`;
}

function mailOf(index: number, receivedAt: Date): string {
  const parent = index % 4 === 3 ? index - 3 : null;
  const customer = (parent ?? index) % 997;
  const head = [
    `Return-Path: <customer${customer}@post.example>`,
    `From: Customer Number ${customer} <customer${customer}@post.example>`,
    `To: Support <support@acme.test>`,
    `Subject: ${parent === null ? "" : "Re: "}Order ${48_000 + (parent ?? index)} and the question of its delivery`,
    `Message-ID: <bench.${index}@post.example>`,
    ...(parent === null
      ? []
      : [`In-Reply-To: <bench.${parent}@post.example>`, `References: <bench.${parent}@post.example>`]),
    `Date: ${receivedAt.toUTCString().replace("GMT", "+0000")}`,
    "MIME-Version: 1.0",
  ];
  const text = `Hello,\r\n\r\nthis is mail number ${index}. ${"The parcel has not come and the tracking page says nothing new. ".repeat(12)}\r\n\r\nKind regards\r\nCustomer ${customer}\r\n`;
  if (index % 10 !== 0) return [...head, "Content-Type: text/plain; charset=utf-8", "", text].join("\r\n");
  const file = Buffer.alloc(45_000, index % 251)
    .toString("base64")
    .replace(/.{76}/g, "$&\r\n");
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="bench"',
    "",
    "--bench",
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "--bench",
    'Content-Type: application/pdf; name="report.pdf"',
    'Content-Disposition: attachment; filename="report.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    file,
    "--bench--",
    "",
  ].join("\r\n");
}
