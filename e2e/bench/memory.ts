import { setTimeout as sleep } from "node:timers/promises";
import { fillMailbox } from "./fill-mailbox.ts";
import { measureFirstSync } from "./first-sync.ts";
import { residentKbOf } from "./process-usage.ts";
import { onStage, support, type Figures } from "./stage.ts";

/** What the start of the server took and is not needed any more goes first. */
const settlingMs = 15_000;

/** The most memory the server ever took during a first sync, against what it takes when it is empty. */
export function benchMemory({ mailCount }: { mailCount: number }): Promise<Figures> {
  return onStage({ users: [support] }, async (stage) => {
    await sleep(settlingMs);
    await fillMailbox(stage.dovecot, support.name, mailCount);
    const emptyMb = Math.round(residentKbOf(stage.app.pid) / 1024);
    const { peakMb = 0, storedMs = 0 } = await measureFirstSync(stage, mailCount);
    const settledMb = Math.round(residentKbOf(stage.app.pid) / 1024);
    return { mailCount, emptyMb, peakMb, settledMb, storedMs };
  });
}
