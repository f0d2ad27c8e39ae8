import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { parseEnv } from "#server/env";
import { trustedForwardedFor } from "#server/http/client-address";

type ServeOptions = {
  isDevelopment: boolean;
  /** Sees every request first; true when it has answered. */
  before?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** Serves the application in this process; the runtime, started by Next's instrumentation, owns its end. */
export async function serve({ isDevelopment, before }: ServeOptions): Promise<void> {
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_MANUAL_SIG_HANDLE: "true",
    // Node reads next.config.ts by itself: Next would load its compiler for that, and keep it.
    __NEXT_NODE_NATIVE_TS_LOADER_ENABLED: "true",
  });
  const { PORT, HOST, APP_URL, TRUSTED_PROXIES } = environmentOrExit();
  process.env["NEXTAUTH_URL"] = APP_URL;
  // Loaded only now: Next reads the variables above when it is loaded.
  const { default: next } = await import("next");
  const app = next({ dev: isDevelopment, hostname: HOST, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (before?.(request, response)) return;
    const forwardedFor = request.headers["x-forwarded-for"]?.toString();
    const peer = request.socket.remoteAddress ?? "";
    request.headers["x-forwarded-for"] = trustedForwardedFor(peer, forwardedFor, TRUSTED_PROXIES);
    handle(request, response).catch(() => response.destroy());
  };
  await Promise.all(addressesOf(HOST).map((address) => listen(answer, PORT, address))).catch((error: unknown) => {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    // The engine runs already; without an end here it would go on, and answer nobody.
    exit(isTaken ? new Error(`Port ${PORT} is in use already. Set PORT to another one, or end what uses it.`) : error);
  });
  process.stdout.write(`Postroom is serving on ${APP_URL}\n`);
}

/** A browser may take `localhost` for either loopback address. */
function addressesOf(host: string): string[] {
  return host === "localhost" ? ["127.0.0.1", "::1"] : [host];
}

function listen(answer: RequestListener, port: number, address: string): Promise<void> {
  const server = createServer(answer);
  // Longer than any reverse proxy keeps an idle connection, so that it never writes into one we are closing.
  server.keepAliveTimeout = 75_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const isMissingFamily =
        address === "::1" && "code" in error && (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
      if (isMissingFamily) resolve();
      else reject(error);
    });
    server.listen(port, address, resolve);
  });
}

function environmentOrExit() {
  try {
    return parseEnv(process.env);
  } catch (error) {
    return exit(error);
  }
}

function exit(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
