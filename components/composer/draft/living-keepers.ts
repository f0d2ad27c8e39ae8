import type { DraftKeeper } from "./draft-keeper.ts";

type Living = { keeper: DraftKeeper; isOpen: boolean };

/** Those with something to save, also when their composer is closed: one that is opened again goes on with its own. */
const living = new Map<string, Living>();

export function livingKeeper(name: string): DraftKeeper | undefined {
  return living.get(name)?.keeper;
}

export function register(name: string, keeper: DraftKeeper): void {
  living.set(name, { keeper, isOpen: true });
}

/** Its composer is gone: it stays until all is saved. */
export async function retire(name: string, keeper: DraftKeeper): Promise<void> {
  const found = living.get(name);
  if (found?.keeper === keeper) found.isOpen = false;
  await keeper.flush();
  const forget = keeper.subscribe(leave);
  leave();

  function leave() {
    if (keeper.pending() !== null) return;
    forget();
    const now = living.get(name);
    if (now?.keeper === keeper && !now.isOpen) living.delete(name);
  }
}
