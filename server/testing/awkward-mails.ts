import type { AppendOptions } from "./dovecot/raw-imap.ts";

export type AwkwardMail = AppendOptions & { name: string; folder: string; source: Buffer };

const head = (n: number, extra = "") =>
  `Message-ID: <awkward-${n}@customer.test>\r\nFrom: Carla <c@customer.test>\r\nTo: team@team.test\r\n${extra}` +
  `Subject: Awkward ${n}\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n`;

/** Mails that go wrong where somebody takes text for granted, with flags, keywords and dates of their own. */
export function awkwardMails(): AwkwardMail[] {
  const at = (day: number) => new Date(Date.UTC(2024, 2, day, 3, 4, 5));
  const bodies: [string, string | Buffer][] = [
    ["plain", `${head(1)}\r\nHello\r\n`],
    ["lines that begin with From", `${head(2)}\r\nFrom here on\r\n>From there\r\n>>From both\r\n\r\nFrom x@y Mon\r\n`],
    ["no line break at the end", `${head(3)}\r\nends here`],
    ["no body", head(4)],
    ["an empty body", `${head(5)}\r\n`],
    ["a long line", `${head(6)}\r\n${"a".repeat(20_000)}\r\n`],
    ["eight bits", Buffer.concat([Buffer.from(`${head(7)}\r\n`), Buffer.from([0xe4, 0xff, 0x80, 0x0d, 0x0a])])],
    ["no Message-ID", `From: a@customer.test\r\nSubject: Nameless\r\n\r\nHello\r\n`],
    ["a twin", `${head(1)}\r\nHello\r\n`],
    ["a Message-ID used twice", `${head(1, "X-Other: yes\r\n")}\r\nSomething else\r\n`],
    [
      "lines of an export of ours",
      `X-Postroom-Mail: lines=9 eol=raw end=none received=1\r\nStatus: RO\r\n${head(8)}\r\nx\r\n`,
    ],
    ["quoted From in its head", `>From old@customer.test Mon Jan  1 00:00:00 2024\r\n${head(9)}\r\nx\r\n`],
  ];
  const folders = ["INBOX", "INBOX", "INBOX", "Projects/Ähm & Co", "Sent"];
  const flags = [
    ["\\Seen"],
    [],
    ["\\Flagged", "urgent"],
    ["\\Seen", "\\Answered", "$Forwarded"],
    ["\\Draft", "NonJunk"],
  ];
  return bodies.map(([name, source], index) => ({
    name,
    source: Buffer.from(source),
    folder: folders[index % folders.length] ?? "INBOX",
    flags: flags[index % flags.length] ?? [],
    receivedAt: at(index + 1),
  }));
}
