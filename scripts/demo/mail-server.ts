import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { startScriptedImap } from "#server/testing/scripted-imap/start-scripted-imap";
import { teams, type Team } from "#server/sync/sample/mails/people";
import { sampleMails } from "./sample-mails.ts";

export type SampleMailServer = { imapPort: number; smtpPort: number; password: string };

const smtpPortWanted = 2525;

/** Two mailboxes with sample mail behind IMAP, and an SMTP server in front: mail to them arrives, mail to others vanishes politely. */
export async function startSampleMailServer(): Promise<SampleMailServer> {
  const password = "sample";
  const imap = await startScriptedImap({
    users: Object.values(teams).map(({ address }) => ({ name: address, password })),
  });
  for (const mail of await sampleMails(new Date()))
    imap.mailbox(addressOf(mail.team)).deliver(mail.raw, mail.folder, mail.flags, mail.receivedAt);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: "sample" }),
    onData: (stream, session, done) => {
      buffer(stream).then(
        (source) => {
          const here = Object.values(teams).filter((team) =>
            session.envelope.rcptTo.some((recipient) => recipient.address.toLowerCase() === team.address),
          );
          for (const team of here) imap.mailbox(team.address).deliver(source);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  return { imapPort: imap.port, smtpPort: await listen(smtp), password };
}

const addressOf = (team: Team) => teams[team].address;

/** The port of every manual's examples when it is free, else any. */
function listen(smtp: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    const isListening = () => {
      const address = smtp.server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    };
    smtp.on("error", (error: Error & { code?: string }) => {
      if (error.code === "EADDRINUSE") smtp.server.listen(0, "127.0.0.1", isListening);
      else reject(error);
    });
    smtp.server.listen(smtpPortWanted, "127.0.0.1", isListening);
  });
}
