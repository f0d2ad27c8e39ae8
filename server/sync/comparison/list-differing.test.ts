/** A large folder much was deleted from, on a server that does not say which messages went. */
import { expect, it } from "vitest";
import { placements } from "#db/schema/index";
import { store } from "#server/store";
import { until } from "#server/testing/run-sync";
import { useFreshStore } from "#server/testing/fresh-store";
import { plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();
const keptCount = 5200;

it("finds one message that went by counting, and lists only where it lay", async () => {
  const { server, mailbox, start } = await scripted(0, { capabilities: "condstore" });
  for (let id = 1; id <= 2 * keptCount; id += 1) mailbox.deliver(plainMail(id));
  const uids = mailbox.contents("INBOX").map(({ uid }) => uid);
  mailbox.expunge(
    "INBOX",
    uids.filter((uid) => uid % 2 === 0),
  );
  const sync = await start();
  const stored = () => store().read.$count(placements);
  await until(async () => (await stored()) === keptCount, 60_000);
  await sync.settled();
  const begun = server.requests.length;
  mailbox.expunge("INBOX", [2001]);
  await until(async () => (await shownIn("INBOX")).length === keptCount - 1);
  expect((await shownIn("INBOX")).some(({ uid }) => uid === 2001)).toBe(false);
  await sync.settled();
  const lines = server.requests.slice(begun).map(({ line }) => line);
  expect(lines.filter((line) => line.includes("RETURN (COUNT) UID")).length).toBeGreaterThan(1);
  const listed = lines.flatMap((line) => /RETURN \(ALL\) UID (\d+):(\d+)/.exec(line)?.slice(1).map(Number) ?? []);
  expect(listed).toHaveLength(2);
  expect((listed[1] ?? Infinity) - (listed[0] ?? 0)).toBeLessThan(5000);
  expect(lines).not.toContain("UID SEARCH RETURN (ALL) UID 1:*");
  await sync.stop();
}, 120_000);
