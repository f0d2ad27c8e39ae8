import { z } from "zod";
import { Change } from "#lib/contracts/change";

const ChangesMessage = z.object({ type: z.literal("changes"), seq: z.number(), changes: z.array(Change) });

/** What the tabs of one browser tell each other: one listens to the server for all of them. */
export const LiveMessage = z.discriminatedUnion("type", [
  ChangesMessage,
  z.object({ type: z.literal("resync"), seq: z.number() }),
  z.object({ type: z.literal("connection"), isLive: z.boolean() }),
  /** A tab that has just opened, and knows everything up to `since`. */
  z.object({ type: z.literal("hello"), since: z.number() }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;
export type ChangesMessage = z.infer<typeof ChangesMessage>;

const keptMax = 500;

/** The last changes a leading tab passed on, for tabs that open between a page's first paint and their listening. */
export function createBacklog(start: number): {
  add(message: ChangesMessage): void;
  /** @returns undefined when something after `seq` is no longer kept */
  after(seq: number): ChangesMessage[] | undefined;
} {
  const kept: ChangesMessage[] = [];
  let oldest = start;
  return {
    add(message) {
      kept.push(message);
      if (kept.length > keptMax) oldest = kept.shift()?.seq ?? oldest;
    },
    after: (seq) => (seq < oldest ? undefined : kept.filter((message) => message.seq > seq)),
  };
}
