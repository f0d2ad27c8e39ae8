import { createServer as createTcpServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";

export type LineServer = {
  port: number;
  /** Every line that came, without its end. */
  received: string[];
  close(): Promise<void>;
};

export type LineScript = {
  /** Sent to whoever connects; a server without one stays silent. */
  greeting?: string;
  /** What to say to a line; null says nothing, and a text that ends in `BYE` hangs up after it. */
  answer?: (line: string) => string | null;
  /** TLS from the first byte. */
  tls?: { key: string | Buffer; cert: string | Buffer };
};

/** A server on loopback that says what it is told to, line by line. */
export async function startLineServer({ greeting, answer, tls }: LineScript): Promise<LineServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    let rest = "";
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    if (greeting) socket.write(`${greeting}\r\n`);
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        received.push(line);
        const said = answer?.(line) ?? null;
        if (said !== null) socket.write(`${said.replace(/BYE$/, "")}\r\n`);
        if (said?.endsWith("BYE")) socket.end();
      }
    });
  };
  const server = tls ? createTlsServer(tls, serve) : createTcpServer(serve);
  if (tls) server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
