/** SMTP AUTH with an access token: XOAUTH2 where a server has it, else OAUTHBEARER (RFC 7628), which nodemailer does not know. */
import type SMTPConnection from "nodemailer/lib/smtp-connection";

/** A name of our own for nodemailer's table of methods: which one it is, is decided by what the server announced. */
export const bearerMethod = "BEARER";

type Login = { username: string; password: string; accessToken?: string };

export function smtpLogin({ username, password, accessToken }: Login) {
  if (accessToken === undefined) return { user: username, pass: password };
  return { user: username, pass: accessToken, method: bearerMethod };
}

/** @throws what nodemailer turns into its error of a failed login, with the server's answer to it */
export async function signInByBearer(context: SMTPConnection.CustomAuthenticationContext): Promise<void> {
  const { user, pass } = context.auth.credentials;
  if (hasControls(user) || hasControls(pass)) throw new Error("A user name or token holds control characters.");
  const isXoauth2 = context.authMethods.includes("XOAUTH2");
  const framed = isXoauth2
    ? `user=${user}\x01auth=Bearer ${pass}\x01\x01`
    : `n,a=${user.replaceAll("=", "=3D").replaceAll(",", "=2C")},\x01auth=Bearer ${pass}\x01\x01`;
  const encoded = Buffer.from(framed).toString("base64");
  let answer = await context.sendCommand(`AUTH ${isXoauth2 ? "XOAUTH2" : "OAUTHBEARER"} ${encoded}`);
  // The reason as JSON: it has to be answered before the server says no (RFC 7628 §3.2.3).
  if (answer.status === 334) answer = await context.sendCommand(isXoauth2 ? "" : "AQ==");
  if (answer.status < 200 || answer.status > 299) throw new Error("The server did not take the access token.");
}

// oxlint-disable-next-line no-control-regex -- they frame the fields of the payload
const hasControls = (text: string) => /[\u0000-\u001f\u007f]/.test(text);
