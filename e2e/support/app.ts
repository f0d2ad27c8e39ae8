import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

type AppOptions = {
  dataDir?: string;
  env?: Record<string, string>;
  /** Whether somebody has seen to the build already; else a start builds when sources have changed. */
  isBuilt?: boolean;
};

/** Postroom as an operator runs it: its own process, data folder and port, the production build. */
export class App {
  readonly dataDir: string;
  readonly #env: Record<string, string>;
  readonly #isBuilt: boolean;
  #child: ChildProcess | null = null;
  #output = "";
  url = "";

  constructor({ dataDir, env, isBuilt = false }: AppOptions = {}) {
    this.#isBuilt = isBuilt;
    this.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), "postroom-e2e-"));
    this.#env = {
      SECRET_KEY: randomBytes(32).toString("base64"),
      ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,localhost",
      ...env,
    };
  }

  get output(): string {
    return this.#output;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  async start(): Promise<void> {
    if (this.url) return this.#startAt(Number(new URL(this.url).port));
    // Somebody else may take a port that was free a moment ago.
    for (let isTaken = true; isTaken;) {
      this.#output = "";
      isTaken = await this.#startAt(await freePort()).then(
        () => false,
        (error: unknown) => {
          if (!this.#output.includes("is in use already")) throw error;
          return true;
        },
      );
    }
  }

  async #startAt(port: number): Promise<void> {
    this.url = `http://localhost:${port}`;
    const script = ["scripts/start.ts", ...(this.#isBuilt ? ["--built"] : [])];
    const child = spawn("node", ["--disable-warning=ExperimentalWarning", ...script], {
      env: this.#environment(port),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    this.#child = child;
    await this.#isReady(child);
  }

  /** The one-time link that the server printed at its first start. */
  get setupLink(): string {
    const link = /http\S+\/setup\?token=\S+/.exec(this.#output)?.[0];
    if (!link) throw new Error(`No setup link was printed:\n${this.#output}`);
    return link;
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async dispose(): Promise<void> {
    await this.#end("SIGKILL");
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** `npm run inbox -- …` on this server's data. */
  cli(words: string[], input = ""): string {
    const port = Number(new URL(this.url).port);
    const result = spawnSync("node", ["--disable-warning=ExperimentalWarning", "server/cli/main.ts", ...words], {
      env: this.#environment(port),
      input,
      encoding: "utf8",
    });
    if (result.status !== 0)
      throw new Error(`inbox ${words.join(" ")} ended with ${result.status}: ${result.stderr}${result.stdout}`);
    return result.stdout;
  }

  addAgent(agent: { email: string; name: string; role: "admin" | "agent"; password: string }): void {
    this.cli(
      ["agent", "add", "--email", agent.email, "--name", agent.name, "--role", agent.role, "--password-stdin"],
      `${agent.password}\n`,
    );
  }

  /** A bearer token of that agent's. */
  addToken(email: string): string {
    const answer: unknown = JSON.parse(this.cli(["token", "add", "--agent", email, "--name", "tests", "--json"]));
    if (typeof answer === "object" && answer !== null && "token" in answer && typeof answer.token === "string")
      return answer.token;
    throw new Error("The command line printed no token.");
  }

  #environment(port: number): NodeJS.ProcessEnv {
    return {
      ...process.env,
      ...this.#env,
      PORT: String(port),
      HOST: "localhost",
      APP_URL: this.url,
      DATA_DIR: this.dataDir,
      NODE_ENV: "production",
      // As `scripts/start.ts` gives it to itself.
      MALLOC_ARENA_MAX: "2",
    };
  }

  async #isReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + 120_000;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`Postroom ended at its start:\n${this.#output}`);
      const isReady = await fetch(`${this.url}/api/ready`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Postroom is not ready after two minutes:\n${this.#output}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
}
