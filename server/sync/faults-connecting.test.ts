import { describe, expect, it } from "vitest";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import { useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

describe("a server that half-opens", () => {
  it.each([1, 2])("while connection %i logs in does not hold up the end", async (hanging) => {
    const { server, start } = await scripted(3);
    server.setFaults(({ connection }) => (connection === hanging ? { hang: true } : undefined));
    const sync = await start();
    await until(async () => server.requests.some(({ connection }) => connection === hanging));
    await sync.stop();
    await until(async () => server.connectionCount() === 0);
    expect(server.requests.filter(({ connection }) => connection === hanging)).toHaveLength(1);
  });

  it.each(["SELECT", "IDLE"])("while it watches, at %s, does not hold up the end", async (hanging) => {
    const { server, start } = await scripted(3);
    server.setFaults(({ connection, command }) =>
      connection === 2 && command === hanging ? { hang: true } : undefined,
    );
    const sync = await start({ timing: { stopMs: 50 } });
    await until(async () => server.requests.some((one) => one.connection === 2 && one.command === hanging));
    await sync.stop();
    await until(async () => server.connectionCount() === 0);
  });
});
