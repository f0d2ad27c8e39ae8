import { openBareClient } from "./bare-client.ts";
import { fillMailbox } from "./fill-mailbox.ts";
import { measureFirstSync } from "./first-sync.ts";
import { onStage, support, type Figures } from "./stage.ts";

/** A first sync, against a bare imapflow loop that fetches the same items of the same folder and keeps nothing. */
export function benchSync({ mailCount }: { mailCount: number }): Promise<Figures> {
  return onStage({ users: [support] }, async (stage) => {
    const { dovecot } = stage;
    await fillMailbox(dovecot, support.name, mailCount);
    // The first time the server fills its own caches.
    await bareLoop(dovecot.imapPort);
    const before = await bareLoop(dovecot.imapPort);
    const figures = await measureFirstSync(stage, mailCount);
    // A machine that others use as well is not always as fast: the bound is what it does before and after, with nothing beside it.
    await stage.app.stop();
    const bareMs = (before + (await bareLoop(dovecot.imapPort))) / 2;
    return {
      mailCount,
      ...figures,
      bareMailsPerSecond: Math.round((mailCount / bareMs) * 1000),
      ratioToBare: Number((bareMs / (figures["storedMs"] ?? Infinity)).toFixed(3)),
    };
  });
}

/** Those that a first sync asks for: of fewer the server reads less, and has others in its cache. */
const headers = [
  "message-id", "in-reply-to", "references", "subject", "from", "to", "cc", "bcc", "reply-to", "date", "list-id", "auto-submitted",
  "precedence", "authentication-results", "return-path", "x-postroom-id", "content-type",
]; // prettier-ignore

async function bareLoop(port: number): Promise<number> {
  const client = await openBareClient(port, support);
  await client.mailboxOpen("INBOX");
  const startedAt = performance.now();
  const items = { uid: true, flags: true, internalDate: true, size: true, bodyStructure: true, headers };
  for await (const row of client.fetch("1:*", items)) void row;
  const ms = performance.now() - startedAt;
  await client.logout();
  return ms;
}
