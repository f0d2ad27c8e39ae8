import { join } from "node:path";
import { Piscina } from "piscina";
import { forget, singleton } from "./singleton.ts";

/** What a parsing thread may cost before it is ended (security: T12). */
const wallLimitMs = 10_000;
const heapLimitMb = 256;

/**
 * Runs a task of `server/mime/tasks.ts` in a worker thread.
 * @throws when it takes longer than 10 s or more than 256 MB: the caller falls back to plain text or raw source
 */
export async function inPool<T>(task: string, input: unknown): Promise<T> {
  return pool().run(input, { name: task, signal: AbortSignal.timeout(wallLimitMs) }) as Promise<T>;
}

export async function closePool(): Promise<void> {
  await pool().destroy();
  forget("pool");
}

const pool = () =>
  singleton(
    "pool",
    () =>
      new Piscina({
        filename: join(/* turbopackIgnore: true */ process.cwd(), "server/mime/tasks.ts"),
        minThreads: 0,
        maxThreads: 2,
        atomics: "disabled",
        // A cold thread takes a second to load its parsers: one that a team uses stays.
        idleTimeout: 600_000,
        resourceLimits: { maxOldGenerationSizeMb: heapLimitMb },
      }),
  );
