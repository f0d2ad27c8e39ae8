/** Another thread with the same store: says when it is ready, asks for an account's access token when it is told, and says what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import { accessToken } from "../../oauth/access-token.ts";
import { closeStore, store } from "../../store.ts";

const accountId: unknown = workerData;
if (parentPort && typeof accountId === "number") {
  const port = parentPort;
  port.once("message", () => {
    accessToken(accountId)
      .then(
        ({ token }) => port.postMessage(token),
        (error: unknown) => port.postMessage(String(error)),
      )
      .finally(() => {
        closeStore();
        port.close();
      });
  });
  store();
  port.postMessage("ready");
}
