import type { DraftKeeper } from "./draft-keeper.ts";

/** Those with something to save, also when their composer is closed: one that is opened again goes on with its own. */
const living = new Map<string, DraftKeeper>();

export function livingKeeper(name: string): DraftKeeper | undefined {
  return living.get(name);
}

export function register(name: string, keeper: DraftKeeper): void {
  living.set(name, keeper);
}

/** Its composer is gone: it stays until all is saved. */
export async function retire(name: string, keeper: DraftKeeper): Promise<void> {
  await keeper.flush();
  keeper.subscribe(leave);
  leave();

  function leave() {
    if (keeper.pending() === null && living.get(name) === keeper) living.delete(name);
  }
}
