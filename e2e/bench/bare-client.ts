import { ImapFlow } from "imapflow";
import type { Login } from "./stage.ts";

/** imapflow by itself, logged in: what the library and the server alone can do. */
export async function openBareClient(port: number, login: Login): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: "127.0.0.1",
    port,
    secure: false,
    auth: { user: login.name, pass: login.password },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    qresync: true,
  });
  await client.connect();
  return client;
}
