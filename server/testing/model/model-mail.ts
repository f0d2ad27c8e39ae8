export function modelMail(id: number, seed: number, inReplyTo: string | null): [messageId: string, source: string] {
  const messageId = `m${id}.${seed}@customer.test`;
  const lines = [
    `Message-ID: <${messageId}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`] : []),
    `From: Ada <ada${id % 4}@customer.test>`,
    "To: help@team.test",
    `Subject: Mail ${id}`,
    "Date: Mon, 1 Jan 2024 10:00:00 +0000",
    "",
    `Hello ${id}.`,
    "",
  ];
  return [messageId, lines.join("\r\n")];
}
