import { setTimeout as sleep } from "node:timers/promises";
import { Account } from "#lib/contracts/account";
import { Conversation } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import type { Api } from "../support/api.ts";
import { until } from "../support/until.ts";
import { percentiles } from "./percentiles.ts";
import { peakKbOf } from "./process-usage.ts";
import { connectAccount, support, type Figures, type Stage } from "./stage.ts";

const firstPage = "/api/conversations?view=open&limit=50";
const limitMs = 30 * 60_000;

/** A first sync from POST to the last header stored, while an agent looks at the list a few times a second. */
export async function measureFirstSync({ app, api, dovecot }: Stage, mailCount: number): Promise<Figures> {
  const startedAt = performance.now();
  const account = await connectAccount(api, support, dovecot.imapPort);
  await until(
    "the first conversations",
    () => api.get(firstPage, pageOf(Conversation)),
    (page) => page.items.length >= Math.min(50, mailCount / 2),
    limitMs,
  );
  const firstFiftyMs = performance.now() - startedAt;
  const listMs: number[] = [];
  await until(
    "all headers",
    async () => {
      // As often as agents would: a poll without a pause would take the second core for itself.
      await sleep(150);
      listMs.push(await timeOfList(api));
      return api.get(`/api/accounts/${account.id}`, Account);
    },
    (now) => now.placementCount >= mailCount,
    limitMs,
  );
  const storedMs = performance.now() - startedAt;
  return {
    firstFiftyMs: Math.round(firstFiftyMs),
    storedMs: Math.round(storedMs),
    storedMailsPerSecond: Math.round((mailCount / storedMs) * 1000),
    ...percentiles("list", listMs),
    peakMb: Math.round(peakKbOf(app.pid) / 1024),
  };
}

async function timeOfList(api: Api): Promise<number> {
  const askedAt = performance.now();
  await api.get(firstPage, pageOf(Conversation));
  return performance.now() - askedAt;
}
