import { setFlagsFromString } from "node:v8";

/**
 * Each thread's young objects may take three times 2 MB, and its old ones grow by half before they are looked through: by itself
 * V8 lets both grow far beyond on a large machine, and a first sync takes 600 MB. What is young is gone soon and cheap to collect; looking
 * through all that is old costs far more. Four threads that each collect with four helpers would get into each other's way on
 * a small machine.
 */
export const leanFlags = ["--max-semi-space-size=2", "--heap-growing-percent=50", "--no-parallel-scavenge"];

/** Where Node keeps what it has compiled: a thread that finds its sources there never loads the stripper of types, some 12 MB each. */
export const compileCache = ".next/cache/node";

/**
 * Begins again, as the same process, in a fresh memory, with what can be set before a process begins only. glibc gives each thread a
 * heap of its own, and gives what it frees there back to nobody: with a dozen threads that is some 50 MB.
 * @param words what the script is told then
 */
export function beginWithLeanMemory(words: string[]): void {
  const { execPath, execArgv, argv, env, platform } = process;
  if (leanFlags.every((flag) => execArgv.includes(flag))) return;
  if (platform !== "linux" || !process.execve) return leanFlags.forEach((flag) => setFlagsFromString(flag));
  process.execve(execPath, [execPath, ...execArgv, ...leanFlags, ...argv.slice(1, 2), ...words], {
    MALLOC_ARENA_MAX: "2",
    NODE_COMPILE_CACHE: compileCache,
    ...env,
  });
}
