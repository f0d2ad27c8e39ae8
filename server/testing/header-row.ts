import type { HeaderRow } from "../imap/session.ts";

type Wishes = {
  uid: number;
  /** Message-ID without brackets. */
  id: string;
  from?: string;
  to?: string;
  references?: string[];
  subject?: string;
  flags?: string[];
  receivedAt?: Date;
  /** Two mails with one Message-ID differ in their text. */
  bodyBytes?: number;
};

/** A message as a server's FETCH gives it. */
export function headerRow({
  uid,
  id,
  from = "Ada <ada@customer.test>",
  to = "help@team.test",
  references = [],
  subject = "A question",
  flags = [],
  receivedAt = new Date(1_700_000_000_000 + uid * 60_000),
  bodyBytes = 100,
}: Wishes): HeaderRow {
  const named = references.length > 0 ? [`References: ${references.map((one) => `<${one}>`).join(" ")}`] : [];
  const lines = [
    `Message-ID: <${id}>`,
    ...named,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    "Date: Mon, 1 Jan 2024 10:00:00 +0000",
  ];
  const text = {
    part: "1",
    contentType: "text/plain",
    charset: "utf-8",
    encoding: "7bit",
    filename: "",
    contentId: "",
  };
  return {
    uid,
    flags,
    modseq: null,
    receivedAt,
    sizeBytes: bodyBytes + 300,
    headers: Buffer.from(`${lines.join("\r\n")}\r\n\r\n`),
    parts: [{ ...text, sizeBytes: bodyBytes, disposition: "" }],
  };
}
