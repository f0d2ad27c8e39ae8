import { expect, it } from "vitest";
import { keptKeys } from "./early-keys.ts";
import { commands, shortcuts } from "./shortcuts.ts";

it("keeps every single key that has a command, but for the one that calls off", () => {
  const keys = commands.flatMap((command) => shortcuts[command].keys.flatMap((each) => each.split(" ")));
  const single = keys.map((key) => key.replace("Shift+", "")).filter((key) => !key.startsWith("Mod+"));
  expect(new Set(single.filter((key) => !keptKeys.test(key)))).toEqual(new Set(["Escape"]));
});

it.each(["Tab", "F5", " ", "PageDown", "Home", "Shift", "Backspace", "ArrowLeft", "1", "'"])(
  "leaves %j to the browser",
  (key) => {
    expect(keptKeys.test(key)).toBe(false);
  },
);
