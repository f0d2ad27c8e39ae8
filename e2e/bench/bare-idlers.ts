/** Run by the idle benchmark as a process of its own: logs in, idles on INBOX with all it has, and says when all are there. */
import { z } from "zod";
import { openBareClient } from "./bare-client.ts";

const Errand = z.object({
  port: z.number(),
  logins: z.array(z.object({ name: z.string(), password: z.string() })),
  connectionsEach: z.number(),
});

process.on("message", (message) => {
  void (async () => {
    const { port, logins, connectionsEach } = Errand.parse(message);
    for (const login of logins) {
      for (let index = 0; index < connectionsEach; index += 1) {
        const client = await openBareClient(port, login);
        client.on("error", () => undefined);
        await client.mailboxOpen("INBOX");
        void client.idle();
      }
    }
    process.send?.("idle");
  })();
});
process.send?.("ready");
