import type { ImapSession } from "./session.ts";

/** Waits its turn like every verb; that other answers come meanwhile proves as much. */
export async function prove(session: ImapSession, withinMs: number): Promise<void> {
  const { receivedBytes } = session.traffic;
  const deadline = setTimeout(() => {
    if (session.traffic.receivedBytes === receivedBytes) session.destroy();
  }, withinMs);
  await session.noop().catch(() => undefined);
  clearTimeout(deadline);
}
