import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { folders, placements } from "#db/schema/index";
import { now } from "#server/clock";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import { useScriptedSync } from "#server/testing/scripted-sync";
import { usualTiming } from "./timing.ts";

useFreshStore();
const scripted = useScriptedSync();

const flaggedCount = () => store().read.$count(placements, eq(placements.flagged, true));

it("A server that omits rows of changed flags is asked for all flags with the daily comparison", async () => {
  const { server, mailbox, start } = await scripted(5, { capabilities: "condstore" });
  const sync = await start();
  await sync.settled();
  // The watch would tell of them.
  server.setFaults(({ line, command }) =>
    command === "IDLE" ? { refuse: "NO Not now." } : /CHANGEDSINCE/.test(line) ? { rewrite: () => [] } : undefined,
  );
  server.dropConnections();
  await until(async () => server.requests.at(-1)?.command === "LIST");
  mailbox.setFlags("INBOX", [2, 4], { add: ["\\Flagged"] });
  const asked = () => server.requests.filter(({ line }) => line.includes("CHANGEDSINCE")).length;
  const before = asked();
  await until(async () => asked() > before);
  server.setFaults(null);
  mailbox.setFlags("INBOX", [1], { add: ["\\Answered"] });
  await until(async () => (await store().read.$count(placements, eq(placements.answered, true))) === 1);
  expect(await flaggedCount()).toBe(0);

  const yesterday = new Date(now().getTime() - usualTiming.compareMs);
  await store().write(async (tx) => tx.update(folders).set({ lastComparedAt: yesterday }));
  await sync.settled();
  expect(await flaggedCount()).toBe(2);
});
