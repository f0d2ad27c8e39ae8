import type { StoredMessage } from "../scripted-folder.ts";
import type { Selected } from "../session-state.ts";
import { setPredicate } from "../wire/words.ts";

export type Target = { sequence: number; message: StoredMessage };

/** The messages of a set, by UID or as this client counts; those that are gone by now are left out. */
export function targetsOf({ folder, view }: Selected, set: string, isByUid: boolean): Target[] {
  const isWanted = setPredicate(set, isByUid ? (view.at(-1) ?? 0) : view.length);
  const targets: Target[] = [];
  for (const [index, uid] of view.entries()) {
    if (!isWanted(isByUid ? uid : index + 1)) continue;
    const message = folder.find(uid);
    if (message) targets.push({ sequence: index + 1, message });
  }
  return targets;
}
