import { spawn, type ChildProcess } from "node:child_process";
import { freePort } from "../support/free-port.ts";

export type Demo = { url: string; imapPort: number; smtpPort: number; process: ChildProcess };

/** The demo on a port of its own, once it has printed that a morning's work is done. */
export async function startDemo(): Promise<Demo> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn("node", ["--disable-warning=ExperimentalWarning", "scripts/demo.ts"], {
    // An operator has set up one of the ways to sign in, and none of the others.
    env: { ...process.env, PORT: String(port), APP_URL: url, GOOGLE_CLIENT_ID: "demo", GOOGLE_CLIENT_SECRET: "demo" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill());
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const printed = await new Promise<string>((resolve, reject) => {
    let text = "";
    child.once("exit", (code) => reject(new Error(`The demo ended with ${code}.`)));
    child.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("Ctrl+C")) resolve(text);
    });
  });
  const portOf = (protocol: string) => Number(new RegExp(`${protocol} on 127\\.0\\.0\\.1:(\\d+)`).exec(printed)?.[1]);
  return { url, imapPort: portOf("IMAP"), smtpPort: portOf("SMTP"), process: child };
}
