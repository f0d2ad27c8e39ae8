import { connect, createServer, type Socket } from "node:net";

export type ListeningProxy = { port: number; lines: string[]; stop(): void };

/** Stands before a server and notes every line that its clients say. */
export async function startListeningProxy(serverPort: number): Promise<ListeningProxy> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer({ noDelay: true }, (client) => {
    const server = connect({ host: "127.0.0.1", port: serverPort, noDelay: true });
    let rest = "";
    client.on("data", (chunk) => {
      const said = (rest + chunk.toString("latin1")).split("\r\n");
      rest = said.pop() ?? "";
      lines.push(...said);
    });
    client.pipe(server);
    server.pipe(client);
    const hangUp = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on("error", hangUp);
      socket.on("close", () => {
        sockets.delete(socket);
        hangUp();
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
    lines,
    stop: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
