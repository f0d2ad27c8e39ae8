import { connect, createServer, type Socket } from "node:net";

type Random = { next(): number };

type Weather = {
  /** One way; what it costs a byte to get across. */
  delayMs: number;
  /** Share of the pieces that come late by a retransmission, holding up all that follow. */
  lossShare: number;
};

export type ChaosProxy = {
  port: number;
  /** What clients have said, line by line, with when (`performance.now()`). */
  said: { at: number; line: string }[];
  weather: Weather;
  /** From now on nothing passes on the connections there are; neither side is told. New ones are as good as ever. */
  freeze(): void;
  stop(): void;
};

const calm: Weather = { delayMs: 0, lossShare: 0 };
const retransmissionMs = 300;

/** Stands before a server: notes what its clients say, and makes the way to it as bad as is wished. */
export async function startChaosProxy(serverPort: number, random: Random): Promise<ChaosProxy> {
  const sockets = new Set<Socket>();
  const lanes = new Set<Lane>();
  const chaos: ChaosProxy = {
    port: 0,
    said: [],
    weather: calm,
    freeze: () => {
      for (const lane of lanes) lane.isFrozen = true;
    },
    stop: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };

  const proxy = createServer({ noDelay: true }, (client) => {
    const server = connect({ host: "127.0.0.1", port: serverPort, noDelay: true });
    const listen = lineReader((line) => chaos.said.push({ at: performance.now(), line }));
    client.on("data", listen);
    const ways = [new Lane(client, server, chaos, random), new Lane(server, client, chaos, random)];
    for (const lane of ways) lanes.add(lane);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        // The other side of a frozen connection never hears of it.
        if (ways.some((lane) => lane.isFrozen)) return;
        for (const lane of ways) lanes.delete(lane);
        client.destroy();
        server.destroy();
      });
    }
  });
  chaos.port = await new Promise<number>((resolve) => {
    proxy.listen(0, "127.0.0.1", () => {
      const address = proxy.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  return chaos;
}

/** One way of one connection; what goes in first comes out first, however late. */
class Lane {
  isFrozen = false;
  #freeAt = 0;

  constructor(from: Socket, to: Socket, chaos: Pick<ChaosProxy, "weather">, random: Random) {
    from.on("data", (piece) => {
      if (this.isFrozen) return;
      const { delayMs, lossShare } = chaos.weather;
      const lostMs = random.next() < lossShare ? retransmissionMs : 0;
      const now = performance.now();
      this.#freeAt = Math.max(this.#freeAt, now + delayMs + lostMs);
      if (this.#freeAt <= now) to.write(piece);
      else setTimeout(() => this.isFrozen || to.destroyed || to.write(piece), this.#freeAt - now);
    });
  }
}

function lineReader(hear: (line: string) => void): (chunk: Buffer) => void {
  let rest = "";
  return (chunk) => {
    const lines = (rest + chunk.toString("latin1")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  };
}
