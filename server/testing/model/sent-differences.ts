import type { SmtpSink } from "../smtp-sink.ts";

/** Answers that left more than once, or not at all. */
export function sentDifferences(sink: SmtpSink, promised: readonly string[]): string[] {
  const left = sink.mails.map((mail) => /^Message-ID: <(.+)>/im.exec(mail.source.toString("latin1"))?.[1] ?? "");
  return promised.flatMap((id) => {
    const count = left.filter((one) => one === id).length;
    return count === 1 ? [] : [`<${id}> left ${count} times`];
  });
}
