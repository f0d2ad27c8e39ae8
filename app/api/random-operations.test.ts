/** Everything at once: another mail program, an agent, sync and outbox; what the API then says must be what the server has. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { operationsOf } from "#server/http/openapi";
import { otherClient } from "#server/testing/act-as-other-client";
import { agentAtWork } from "#server/testing/act-as-agent";
import { apiOf } from "#server/testing/ask-api";
import { build } from "#server/testing/build";
import type { DovecotCapability } from "#server/testing/dovecot/dovecot-config";
import { openRawImap, type RawImap } from "#server/testing/dovecot/raw-imap";
import { startDovecot, type Dovecot } from "#server/testing/dovecot/start-dovecot";
import { useFreshStore } from "#server/testing/fresh-store";
import { miscounts } from "#server/testing/miscounts";
import { failedOperations, openOperations } from "#server/testing/operations-left";
import { routeDifferences } from "#server/testing/route-differences";
import { runSync, until, type RunningSync } from "#server/testing/run-sync";
import { seededRandom, seedsOr } from "#server/testing/seeded-random";
import { apiRoutes } from "./openapi.json/routes.ts";

const password = "secret";
const stepCount = 500;
const restMaxMs = 45_000;
const seeds = seedsOr([7]);

/** Every third mail answers an earlier one. */
const mail = (id: number) =>
  [
    `Message-ID: <${id}@customer.test>`,
    ...(id % 3 === 0 ? [`In-Reply-To: <${id - 2}@customer.test>`] : []),
    "From: Ada <ada@customer.test>",
    "To: help@team.test",
    `Subject: Mail ${id}`,
    "Date: Mon, 1 Jan 2024 10:00:00 +0000",
    "",
    `Hello ${id}.`,
    "",
  ].join("\r\n");

describe.each(["qresync", "condstore", "plain"] as DovecotCapability[])("a server of kind %s", (capability) => {
  useFreshStore();
  let dovecot: Dovecot;
  let sync: RunningSync;
  let client: RawImap;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: seeds.map((seed) => ({ name: `help${seed}`, password })), capability });
  });
  afterEach(async () => {
    client.close();
    await sync.stop();
  });
  afterAll(() => dovecot.stop());

  it.each(seeds)(
    `is what the API says it is after ${stepCount} random acts of another client and of an agent, seed %i`,
    async (seed) => {
      const login = { port: dovecot.imapPort, name: `help${seed}`, password };
      const agent = await build.agent({ inboxIds: [(await build.inbox()).id] });
      const api = apiOf(operationsOf(apiRoutes), agent);
      const [inboxId] = agent.inboxIds;
      sync = await runSync(login, { ...(inboxId && { inboxId }), withOutbox: true, timing: { graceMs: 1500 } });
      client = await openRawImap(login);
      await actInTurns(seed, [otherClient(client, seed, mail), agentAtWork(api, sync.account.id, seed + 1)]);
      const isWrong = `seed ${seed} of ${capability}`;
      await becomesEmpty(openOperations, `${isWrong}: what the outbox has still to do`);
      await becomesEmpty(() => routeDifferences(api, sync.account.id, client), `${isWrong}: what the API says wrongly`);
      expect(await miscounts(), isWrong).toEqual([]);
      expect(await failedOperations(), isWrong).toEqual([]);
    },
    150_000,
  );
});

/** One act after the other, two in five of them the agent's. @throws with the seed and the step when one could not be done */
async function actInTurns(seed: number, [other, agent]: { step(): Promise<string> }[]): Promise<void> {
  const random = seededRandom(seed + 2);
  for (let step = 1; step <= stepCount; step += 1) {
    try {
      await (random.next() < 0.4 ? agent : other)?.step();
    } catch (error) {
      throw new Error(`Seed ${seed} failed at step ${step}.`, { cause: error });
    }
    // Sync and outbox are to meet every state of the server, not only its last.
    if (random.next() < 0.2) await sleep(random.next() * 40);
  }
}

async function becomesEmpty(list: () => Promise<unknown[]>, what: string): Promise<void> {
  const isEmpty = async () => (await list()).length === 0;
  if (!(await until(isEmpty, restMaxMs).catch(() => false))) expect(await list(), what).toEqual([]);
}
