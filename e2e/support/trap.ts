import { createServer, type Server } from "node:http";
import { freePort } from "./free-port.ts";

/** A sender's web server: whatever is asked of it has given a reader away. */
export class Trap {
  readonly url: string;
  readonly requests: string[];
  readonly #server: Server;

  private constructor(server: Server, port: number, requests: string[]) {
    this.url = `http://127.0.0.1:${port}`;
    this.requests = requests;
    this.#server = server;
  }

  static async set(): Promise<Trap> {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? "");
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Caught</title>");
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    return new Trap(server, port, requests);
  }

  async remove(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
