/**
 * The engine in a process of its own, with an agent at work: made to be killed at any moment. Prints a line an act, `promised <Message-ID>`
 * for a reply that was accepted; with `--rest` nobody works and everything comes to rest.
 */
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Agent } from "../../auth/agent.ts";
import { doorbell } from "../../events/doorbell.ts";
import { AccountSessions } from "../../imap/account-sessions.ts";
import { startOutbox } from "../../outbox/worker.ts";
import { store } from "../../store.ts";
import { startSync } from "../../sync/engine.ts";
import { startTransfers } from "../../transfers/worker.ts";
import { seededRandom } from "../seeded-random.ts";
import { actAtRandom } from "./act-at-random.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, rest: { type: "boolean", default: false } },
});
const sessions = new AccountSessions();
startOutbox(sessions);
startSync(sessions);
startTransfers(sessions);
// Tests ask for things from another process, whose bell is not heard here.
let seen = store().dataVersion();
setInterval(() => {
  const current = store().dataVersion();
  if (current !== seen) doorbell().ring();
  seen = current;
}, 100);
const say = (line: string) => writeSync(1, `${line}\n`);
say("ready");

if (values.rest) setInterval(() => {}, 60_000);
else {
  const agent: Agent = { id: 1, name: "Ada", emailAddress: "ada@team.test", role: "admin", inboxIds: [1] };
  const random = seededRandom(Number(values.seed));
  for (;;) {
    const promised = await actAtRandom(agent, random);
    say(promised ? `promised ${promised}` : "acted");
    // An agent takes their time; the engine gets its own in between.
    await sleep(3);
  }
}
