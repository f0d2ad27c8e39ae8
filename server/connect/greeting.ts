import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { ServerSettings } from "#lib/contracts/account";

const limitMs = 3000;

/** The first bytes that a server says to whoever connects; empty when it says nothing. Sends nothing. */
export function greetingOf({ host, port, security }: ServerSettings, address: string): Promise<string> {
  return new Promise((resolve) => {
    const servername = isIP(host) === 0 ? { servername: host } : {};
    const socket: Socket =
      security === "tls"
        ? connectTls({ host: address, port, ...servername, minVersion: "TLSv1.2" })
        : connectTcp({ host: address, port });
    const end = (greeting: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(greeting);
    };
    const timer = setTimeout(() => end(""), limitMs);
    socket.once("data", (chunk) => end(chunk.toString("latin1", 0, 200)));
    socket.once("error", () => end(""));
    socket.once("close", () => end(""));
  });
}
