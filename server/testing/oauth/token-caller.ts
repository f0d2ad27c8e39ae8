/** Another thread with the same store: asks for an account's access token and says what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import { accessToken } from "../../oauth/access-token.ts";
import { closeStore } from "../../store.ts";

const accountId: unknown = workerData;
if (parentPort && typeof accountId === "number") {
  const port = parentPort;
  accessToken(accountId)
    .then(
      ({ token }) => port.postMessage(token),
      (error: unknown) => port.postMessage(String(error)),
    )
    .finally(() => closeStore());
}
