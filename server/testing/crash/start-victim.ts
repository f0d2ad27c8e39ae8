import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { env } from "../../env.ts";

export type Victim = {
  process: ChildProcess;
  /** Resolves when it has done so many acts. */
  hasActed(count: number): Promise<void>;
};

/** Starts `victim.ts` on the store of this test; Message-IDs of replies that were accepted are added to `promised`. */
export async function startVictim(promised: Set<string>, words: string[]): Promise<Victim> {
  const { DATA_DIR, SECRET_KEY = "" } = env();
  const variables = { DATA_DIR, SECRET_KEY, ALLOW_PRIVATE_HOSTS: "127.0.0.0/8", LOG_LEVEL: "warn" };
  const victim = spawn("node", ["--disable-warning=ExperimentalWarning", "server/testing/crash/victim.ts", ...words], {
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  let wake = () => {};
  createInterface({ input: victim.stdout })
    .on("line", (line) => {
      lines.push(line);
      if (line.startsWith("promised ")) promised.add(line.slice("promised ".length));
      wake();
    })
    .on("close", () => wake());
  /** The first line says that it is up. */
  const hasSaid = async (count: number) => {
    while (lines.length < count) {
      if (victim.exitCode !== null) throw new Error(`The victim ended by itself with ${victim.exitCode}.`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  await hasSaid(1);
  return { process: victim, hasActed: (count) => hasSaid(count + 1) };
}

/** Kills it as a power cut would. */
export async function killVictim({ process: victim }: Victim): Promise<void> {
  if (victim.exitCode !== null) throw new Error(`The victim had ended by itself with ${victim.exitCode}.`);
  const ended = once(victim, "close");
  victim.kill("SIGKILL");
  await ended;
}
