/**
 * glibc gives each thread a heap of its own, and gives what it frees there back to nobody: with a dozen threads that is some 50 MB. How many
 * heaps there are is read from the environment when a process begins, so it begins again, as the same process.
 */
export function beginWithLeanMemory(): void {
  const { execPath, execArgv, argv, env } = process;
  if (process.platform !== "linux" || env["MALLOC_ARENA_MAX"] !== undefined) return;
  process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, MALLOC_ARENA_MAX: "2" });
}
