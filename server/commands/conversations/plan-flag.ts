import type { Waiting } from "#db/queries/conversations/act-places";
import type { OperationPayload } from "#lib/contracts/operation";

export type PlannedFlag = {
  /** Operations that nobody has begun, without the opposite wish; null when nothing else was in them. */
  rewritten: { id: number; payload: OperationPayload | null }[];
  /** Whether the server has to be told. */
  isWished: boolean;
};

/** Setting a flag and taking it off again before anybody began is no change at all: the opposite wish is taken out of what waits. */
export function planFlag(waiting: Waiting[], flag: string, isSet: boolean): PlannedFlag {
  const rewritten: PlannedFlag["rewritten"] = [];
  for (const { id, payload, isUntouched } of waiting) {
    if (!isUntouched || payload.kind !== "store-flags") continue;
    const opposite = isSet ? payload.remove : payload.add;
    if (!opposite.includes(flag)) continue;
    const add = payload.add.filter((name) => isSet || name !== flag);
    const remove = payload.remove.filter((name) => !isSet || name !== flag);
    rewritten.push({ id, payload: add.length + remove.length > 0 ? { kind: "store-flags", add, remove } : null });
  }
  // What is taken back was wished when the server had it as it is wanted now.
  return { rewritten, isWished: rewritten.length === 0 };
}
