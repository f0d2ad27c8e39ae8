import { afterAll, beforeAll, expect, it } from "vitest";
import { placements } from "#db/schema/index";
import { store } from "../../store.ts";
import { build } from "../build.ts";
import { startChaosProxy, type ChaosProxy } from "../chaos-proxy.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { useFreshStore } from "../fresh-store.ts";
import { seededRandom } from "../seeded-random.ts";
import { killVictim, startVictim } from "./start-victim.ts";

const mailCount = 6000;
const killCount = 4;
const windowSize = 500;
const user = { name: "support", password: "secret" };

useFreshStore();
let dovecot: Dovecot;
let proxy: ChaosProxy;
beforeAll(async () => {
  dovecot = await startDovecot({ users: [user] });
  proxy = await startChaosProxy(dovecot.imapPort, seededRandom(1));
});
afterAll(async () => {
  proxy.stop();
  await dovecot.stop();
});

it("goes on with a first sync where it was killed, and asks for no more than a window again", async () => {
  await deliver(mailCount);
  await build.account({ username: user.name, password: user.password, imapPort: proxy.port, imapSecurity: "none", state: "connecting" }); // prettier-ignore
  const random = seededRandom(7);
  for (let kill = 1; kill <= killCount; kill += 1) {
    const victim = await startVictim(new Set(), ["--rest"]);
    const share = (kill - random.next()) / (killCount + 1);
    await expect.poll(storedCount, { timeout: 60_000, interval: 2 }).toBeGreaterThan(mailCount * share);
    await killVictim(victim);
  }
  expect(await storedCount()).toBeLessThan(mailCount);
  const survivor = await startVictim(new Set(), ["--rest"]);
  await expect.poll(storedCount, { timeout: 60_000, interval: 50 }).toBe(mailCount);
  await killVictim(survivor);

  const asked = proxy.said.flatMap(({ line }) => uidsOfHeaderFetch(line));
  expect(new Set(asked).size).toBe(mailCount);
  expect(asked.length - mailCount).toBeLessThanOrEqual(killCount * windowSize);
}, 200_000);

const storedCount = () => store().read.$count(placements);

/** The UIDs of a `UID FETCH` that asks for headers. */
function uidsOfHeaderFetch(line: string): number[] {
  const set = /^\S+ UID FETCH (\S+) .*HEADER\.FIELDS/i.exec(line)?.[1] ?? "";
  return set.split(",").flatMap((range) => {
    const [from = Number.NaN, to = from] = range.split(":").map(Number);
    return Number.isNaN(from) || set === "" ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

async function deliver(count: number): Promise<void> {
  const client = await dovecot.login(user.name);
  const mail = (index: number) =>
    `From: c${index}@customer.test\r\nTo: support@team.test\r\nSubject: Question ${index}\r\nMessage-ID: <q.${index}@customer.test>\r\n\r\nHello.\r\n`;
  for (let start = 0; start < count; start += 200) {
    const indices = Array.from({ length: Math.min(200, count - start) }, (_, offset) => start + offset);
    await Promise.all(indices.map((index) => client.append("INBOX", mail(index))));
  }
  client.close();
}
