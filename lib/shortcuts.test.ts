import { describe, expect, it } from "vitest";
import { keyLabel, matchKey, type KeyPress } from "./shortcuts.ts";

const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe("matchKey", () => {
  it.each([
    [press("j", "KeyJ"), "list.next"],
    [press("ArrowUp", "ArrowUp"), "list.previous"],
    [press("#", "Digit3", { shiftKey: true }), "conversation.trash"],
    [press("#", "Backslash"), "conversation.trash"],
    [press("?", "Minus", { shiftKey: true }), "app.shortcuts"],
    [press("/", "Digit7", { shiftKey: true }), "list.search"],
    [press("A", "KeyA", { shiftKey: true }), "conversation.assign"],
    [press("k", "KeyK", { metaKey: true }), "app.palette"],
    [press("Enter", "Enter", { ctrlKey: true, shiftKey: true }), "write.sendAndClose"],
  ])("reads $key", (event, command) => {
    expect(matchKey(event, null)).toEqual({ kind: "command", command });
  });

  it("takes the place of a key that writes another alphabet", () => {
    expect(matchKey(press("о", "KeyJ"), null)).toEqual({ kind: "command", command: "list.next" });
    expect(matchKey(press("Ф", "KeyA", { shiftKey: true }), null)).toEqual({
      kind: "command",
      command: "conversation.assign",
    });
  });

  it("believes a Latin layout that moved its letters", () => {
    // AZERTY writes `a` where QWERTY has `q`.
    expect(matchKey(press("a", "KeyQ"), null)).toEqual({ kind: "command", command: "write.replyAll" });
  });

  it("waits for the second key of a pair", () => {
    expect(matchKey(press("g", "KeyG"), null)).toEqual({ kind: "prefix", prefix: "g" });
    expect(matchKey(press("i", "KeyI"), "g")).toEqual({ kind: "command", command: "go.open" });
    expect(matchKey(press("x", "KeyX"), "g")).toEqual({ kind: "none" });
  });

  it("leaves the browser its own keys", () => {
    expect(matchKey(press("r", "KeyR", { ctrlKey: true }), null)).toEqual({ kind: "none" });
    expect(matchKey(press("q", "KeyQ", { ctrlKey: true, altKey: true }), null)).toEqual({ kind: "none" });
  });
});

it("prints keys as the machine's own keyboard does", () => {
  expect(keyLabel("write.send", true, "Ctrl")).toBe("⌘↵");
  expect(keyLabel("write.send", false, "Ctrl")).toBe("Ctrl ↵");
  expect(keyLabel("write.send", false, "Strg")).toBe("Strg ↵");
  expect(keyLabel("app.palette", true, "Ctrl")).toBe("⌘K");
  expect(keyLabel("conversation.copyLink", false, "Ctrl")).toBe("Shift L");
  expect(keyLabel("go.open", false, "Ctrl")).toBe("g i");
});
