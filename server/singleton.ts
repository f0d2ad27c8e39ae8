const slots = Symbol.for("postroom.singletons");

/**
 * One value per thread: Next bundles instrumentation, pages and routes as separate module graphs, so a module's own variable
 * would exist several times in one process.
 */
export function singleton<T>(name: string, create: () => T): T {
  const all = registry();
  if (!all.has(name)) all.set(name, create());
  return all.get(name) as T;
}

/** Forgets a value so that the next use makes it anew: for tests and the ordered stop. */
export function forget(name: string): void {
  registry().delete(name);
}

function registry(): Map<string, unknown> {
  const holder = globalThis as { [slots]?: Map<string, unknown> };
  return (holder[slots] ??= new Map());
}
