import { isIP } from "node:net";
import { createTransport } from "nodemailer";
import type { ConnectionProblemCode, ServerSettings } from "#lib/contracts/account";
import type { AllowedAddress } from "../network.ts";
import { checkServer } from "./check-server.ts";
import { bearerMethod, signInByBearer, smtpLogin } from "../smtp/sign-in-by-bearer.ts";
import { codeOfSmtpFailure, codeOfToken, isAboutTheWay } from "../smtp/smtp-problem.ts";

type Login = { username: string; password: string; accessToken?: string };

/** Of the whole of it, whatever number of addresses the host has. */
const usualLimitMs = 15_000;
const addressesMax = 2;

/** Signs in and leaves again without a mail. @returns null when that went well */
export async function verifySmtp(
  server: ServerSettings,
  login: Login,
  limitMs = usualLimitMs,
): Promise<ConnectionProblemCode | null> {
  const checked = await checkServer(server);
  if (!checked.ok) return checked.code;
  const addresses = checked.addresses.slice(0, addressesMax);
  let code: ConnectionProblemCode | null = null;
  for (const address of addresses) {
    code = await trySignIn(server, address, login, limitMs / addresses.length);
    if (code === null || !isAboutTheWay(code)) return code;
  }
  return code;
}

async function trySignIn(
  server: ServerSettings,
  { address }: AllowedAddress,
  login: Login,
  timeoutMs: number,
): Promise<ConnectionProblemCode | null> {
  const transport = createTransport({
    // The address that was checked, never the name again: it could have moved to a private one since.
    host: address,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    tls: { minVersion: "TLSv1.2", ...(isIP(server.host) === 0 && { servername: server.host }) },
    auth: smtpLogin(login),
    customAuth: { [bearerMethod]: signInByBearer },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.verify();
    return null;
  } catch (error) {
    const code = codeOfSmtpFailure(error);
    return login.accessToken === undefined ? code : codeOfToken(code);
  } finally {
    transport.close();
  }
}
