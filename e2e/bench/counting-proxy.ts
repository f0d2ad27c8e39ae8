import { connect, createServer, type Socket } from "node:net";

type Traffic = { sentBytes: number; receivedBytes: number; roundTripCount: number };

export type CountingProxy = {
  port: number;
  traffic(): Traffic;
  /** Resolves when the server has next said this, within one line. */
  heard(line: RegExp): Promise<void>;
  stop(): void;
};

/** Stands before a server and counts what passes. A round trip is something said by the client after the server had its say. */
export async function startCountingProxy(serverPort: number): Promise<CountingProxy> {
  const traffic: Traffic = { sentBytes: 0, receivedBytes: 0, roundTripCount: 0 };
  const sockets = new Set<Socket>();
  const waiting = new Map<RegExp, () => void>();
  const hear = (line: string) => {
    for (const [wanted, resolve] of waiting) if (wanted.test(line) && waiting.delete(wanted)) resolve();
  };

  const proxy = createServer({ noDelay: true }, (client) => {
    const server = connect({ host: "127.0.0.1", port: serverPort, noDelay: true });
    let isServersTurn = false;
    let rest = "";
    client.on("data", (chunk) => {
      traffic.sentBytes += chunk.length;
      if (!isServersTurn) traffic.roundTripCount += 1;
      isServersTurn = true;
      server.write(chunk);
    });
    server.on("data", (chunk) => {
      traffic.receivedBytes += chunk.length;
      isServersTurn = false;
      client.write(chunk);
      const lines = (rest + chunk.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    });
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      // Whichever side ends, and however, ends both.
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const port = await new Promise<number>((resolve) => {
    proxy.listen(0, "127.0.0.1", () => {
      const address = proxy.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return {
    port,
    traffic: () => ({ ...traffic }),
    heard: (line) => new Promise((resolve) => waiting.set(line, resolve)),
    stop: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
