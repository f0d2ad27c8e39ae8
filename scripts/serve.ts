import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parseEnv } from "#server/env";

/** Serves the application in this process; the runtime, started by Next's instrumentation, owns its end. */
export async function serve({ isDevelopment }: { isDevelopment: boolean }): Promise<void> {
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_MANUAL_SIG_HANDLE: "true",
  });
  const { PORT, HOST, APP_URL } = environmentOrExit();
  process.env["NEXTAUTH_URL"] = APP_URL;
  // Loaded only now: Next reads the variables above when it is loaded.
  const { default: next } = await import("next");
  const app = next({ dev: isDevelopment, hostname: HOST, port: PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => response.destroy());
  });
  // Longer than any reverse proxy keeps an idle connection, so that it never writes into one we are closing.
  server.keepAliveTimeout = 75_000;
  server.listen(PORT, HOST, () => process.stdout.write(`Postroom is serving on ${APP_URL}\n`));
}

function environmentOrExit() {
  try {
    return parseEnv(process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(1);
  }
}
