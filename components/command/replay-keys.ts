import { afterPaint } from "#lib/after-paint";
import { keptMs, type EarlyKey, type EarlyKeys } from "#lib/early-keys";
import { shortcuts, type KeyMatch } from "#lib/shortcuts";
import type { ShortcutRegistry } from "./shortcut-registry.ts";

type Replay<Key> = {
  /** What is pressed while others still wait comes after them. @returns whether the key was one of ours */
  press(event: Key): boolean;
  /** What has not been done by now is not done. */
  end(): void;
};

/**
 * Does the keys that were pressed before the page could hear them: each when its command is there, and what was drawn for the one before it is
 * on the screen. One that has to wait holds up those after it, whose meaning hangs on it.
 * @param isElsewhere whether a field or a dialog has the keys by now
 */
export function replayKeys<Key extends EarlyKey>(
  registry: ShortcutRegistry,
  early: EarlyKeys<Key>,
  isElsewhere: () => boolean,
  later: (work: () => void) => void = afterPaint,
): Replay<Key> {
  let isDue = false;

  const isReady = (match: KeyMatch) => {
    if (match.kind !== "command") return true;
    // What is done with a conversation goes on to the next of the list.
    const hasList = shortcuts[match.command].group !== "conversation" || registry.has("list.next");
    return hasList && registry.has(match.command);
  };
  const step = () => {
    isDue = false;
    const [key] = early.kept;
    if (!key) return;
    if (performance.now() - key.timeStamp > keptMs || isElsewhere()) return early.forget();
    const match = registry.match(key);
    if (!isReady(match)) return;
    early.kept.shift();
    registry.press(key);
    // The keys after it were pressed for what it opens, as text.
    if (match.kind === "command" && "asks" in shortcuts[match.command]) early.forget();
    goOn();
  };
  const goOn = () => {
    if (isDue || early.kept.length === 0) return;
    isDue = true;
    later(step);
  };

  early.isOver = true;
  const stopHearing = registry.hearAdded(goOn);
  goOn();
  return {
    press(event) {
      const [first] = early.kept;
      if (first && isReady(registry.match(first)) && early.keep(event)) {
        goOn();
        return true;
      }
      const isOurs = registry.press(event);
      // The page answers: what it could not do until now is no longer waited for.
      if (isOurs) early.forget();
      return isOurs;
    },
    end() {
      stopHearing();
      early.forget();
    },
  };
}
