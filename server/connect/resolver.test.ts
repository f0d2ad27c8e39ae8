import { afterEach, describe, expect, it } from "vitest";
import { freePorts } from "../testing/dovecot/free-port.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startLineServer, type LineServer } from "../testing/line-server.ts";
import { systemResolver } from "./resolver.ts";

describe("asking the network", () => {
  useFreshStore({ ALLOW_PRIVATE_HOSTS: "127.0.0.1" });
  const servers: LineServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  it("hears who takes connections and who does not", async () => {
    const server = await startLineServer({});
    servers.push(server);
    const [closed = 0] = await freePorts(1);
    expect(await systemResolver.answers("127.0.0.1", server.port)).toBe(true);
    expect(await systemResolver.answers("127.0.0.1", closed)).toBe(false);
  });

  it("does not knock where it is not allowed to", async () => {
    const server = await startLineServer({});
    servers.push(server);
    expect(await systemResolver.answers("::ffff:127.0.0.2", server.port)).toBe(false);
    expect(await systemResolver.answers("mail.nowhere.invalid", 993)).toBe(false);
  });

  it("takes a domain that nobody knows for one without servers", async () => {
    expect(await systemResolver.exchangers("nowhere.invalid")).toEqual([]);
    expect(await systemResolver.services("_imaps._tcp.nowhere.invalid")).toEqual([]);
  });
});
