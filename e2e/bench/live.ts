import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Dovecot } from "#server/testing/dovecot/start-dovecot";
import { startCountingProxy } from "./counting-proxy.ts";
import { LiveEvents } from "./live-events.ts";
import { percentiles } from "./percentiles.ts";
import { connectAccount, onStage, support, untilLive, type Figures } from "./stage.ts";

/**
 * From a delivery to the event that names its conversation, against a bare client idling on the same folder. Dovecot gathers what it tells
 * for half a second, each connection from another moment on: so it is told as well how long after Postroom's own connection was told.
 */
export function benchLive({ deliveryCount }: { deliveryCount: number }): Promise<Figures> {
  return onStage({ users: [support] }, async ({ dovecot, api }) => {
    await dovecot.deliver(support.name, mailOf(0));
    const proxy = await startCountingProxy(dovecot.imapPort);
    const { id } = await connectAccount(api, support, proxy.port);
    await untilLive(api, id, 1);
    const live = await LiveEvents.open(api);
    const idler = await openIdler(dovecot);
    const liveMs: number[] = [];
    const bareMs: number[] = [];
    const heardMs: number[] = [];
    const knownIds = new Set<number>();
    for (let index = 0; index < deliveryCount; index += 1) {
      // Deliveries come at any time, and not in step with what a server or a client does every so often.
      await sleep(200 + ((index * 137) % 400));
      const isTold = live.next((change) => {
        const isNew = change.type === "conversation.changed" && !knownIds.has(change.conversationId);
        if (isNew) knownIds.add(change.conversationId);
        return isNew;
      });
      const isSeen = idler.next();
      const isHeard = proxy.heard(/^\* \d+ EXISTS/).then(() => performance.now());
      const startedAt = performance.now();
      await dovecot.deliver(support.name, mailOf(index + 1));
      liveMs.push((await isTold) - startedAt);
      bareMs.push((await isSeen) - startedAt);
      heardMs.push((await isHeard) - startedAt);
    }
    idler.close();
    await live.close();
    proxy.stop();
    const after = (toldMs: number[]) => liveMs.map((ms, index) => ms - (toldMs[index] ?? 0));
    return {
      deliveryCount,
      ...percentiles("live", liveMs),
      ...percentiles("bareIdle", bareMs),
      ...percentiles("afterBareIdle", after(bareMs)),
      ...percentiles("afterHeard", after(heardMs)),
    };
  });
}

function mailOf(index: number): string {
  return [
    `From: Customer ${index} <customer${index}@post.example>`,
    "To: support@acme.test",
    `Subject: Where is order ${index}?`,
    `Message-ID: <live.${index}@post.example>`,
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    "",
    "It has not come.\r\n",
  ].join("\r\n");
}

/** No library: a socket in IDLE, and when it was told of one more message. */
async function openIdler(dovecot: Dovecot): Promise<{ next(): Promise<number>; close(): void }> {
  const socket = connect({ host: dovecot.host, port: dovecot.imapPort, noDelay: true });
  socket.setEncoding("latin1");
  const hears = (what: RegExp) =>
    new Promise<number>((resolve) => {
      const listener = (chunk: string | Buffer) => {
        if (!what.test(chunk.toString())) return;
        socket.off("data", listener);
        resolve(performance.now());
      };
      socket.on("data", listener);
    });
  const ask = async (command: string, answer: RegExp) => {
    const isAnswered = hears(answer);
    socket.write(`${command}\r\n`);
    await isAnswered;
  };
  await hears(/^\* OK/m);
  await ask(`a LOGIN ${support.name} ${support.password}`, /^a OK/m);
  await ask("b SELECT INBOX", /^b OK/m);
  await ask("c IDLE", /^\+/m);
  return { next: () => hears(/^\* \d+ EXISTS/m), close: () => socket.destroy() };
}
