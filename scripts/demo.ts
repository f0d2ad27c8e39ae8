/** A throw-away Postroom with a sample mail server on loopback, two connected accounts and a link that is already signed in. */
import { mkdtempSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cookieName } from "#server/auth/cookie-name";
import { sealSessionId } from "#server/auth/session-token";
import { signIn } from "#server/commands/agents/sign-in";
import { env } from "#server/env";
import { migrateStore } from "#server/store";
import { buildWhenStale } from "./build.ts";
import { furnish, workAMorning } from "./demo/furnish.ts";
import { startSampleMailServer } from "./demo/mail-server.ts";
import { serve } from "./serve.ts";

const password = "postroom demo";
const dataDir = mkdtempSync(join(tmpdir(), "postroom-demo-"));
process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
Object.assign(process.env, {
  DATA_DIR: dataDir,
  ALLOW_PRIVATE_HOSTS: "127.0.0.0/8",
  LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
});

await buildWhenStale();
const mailServer = await startSampleMailServer();
await migrateStore();
const agents = await furnish(mailServer, password);
await serve({ isDevelopment: false, before: signInByLink });
await workAMorning(agents);
process.stdout.write(`
  Open     ${env().APP_URL}/demo   (signed in as Ada Kern; or sign in as tom@northwind.test or lena@northwind.test with the password “${password}”)
  Write    to support@northwind.test or sales@northwind.test through SMTP on 127.0.0.1:${mailServer.smtpPort}, and see it arrive
  Look     with any mail program: IMAP on 127.0.0.1:${mailServer.imapPort}, no TLS, support@northwind.test, password “${mailServer.password}”
  End      with Ctrl+C; nothing is kept
`);

/** The application knows nothing of this door: it is this script's own. */
function signInByLink(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== "/demo") return false;
  void openSession(request.headers["user-agent"] ?? "").then((cookie) =>
    response.writeHead(302, { location: "/", "set-cookie": cookie }).end(),
  );
  return true;
}

async function openSession(userAgent: string): Promise<string> {
  const who = {
    emailAddress: "ada@northwind.test",
    password,
    ipAddress: "127.0.0.1",
    userAgent,
    replacedSessionId: null,
  };
  const session = await signIn(who);
  if (!session) throw new Error("The demo's own password was refused.");
  return `${cookieName("session")}=${await sealSessionId(session.sessionId)}; Path=/; HttpOnly; SameSite=Lax`;
}
