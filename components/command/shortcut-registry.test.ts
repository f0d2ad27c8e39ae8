import { describe, expect, it, vi } from "vitest";
import { createShortcutRegistry } from "./shortcut-registry.ts";

const key = (name: string, timeStamp = 0) => ({
  timeStamp,
  key: name,
  code: `Key${name.toUpperCase()}`,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
});

describe("the registry of shortcuts", () => {
  it("lets the one who came last answer, and the one before when that is gone", () => {
    const registry = createShortcutRegistry();
    const [first, second] = [vi.fn(), vi.fn()];
    registry.add("conversation.close", first);
    const remove = registry.add("conversation.close", second);
    registry.press(key("e"));
    remove();
    registry.press(key("e"));
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  it("leaves a key alone that nobody listens to", () => {
    const registry = createShortcutRegistry();
    expect(registry.press(key("e"))).toBe(false);
    expect(registry.has("conversation.close")).toBe(false);
  });

  it("waits for the second key of a pair, but not for ever", () => {
    const registry = createShortcutRegistry();
    const go = vi.fn();
    registry.add("go.mine", go);
    registry.press(key("g"));
    registry.press(key("m"));
    expect(go).toHaveBeenCalledTimes(1);
    registry.press(key("g"));
    registry.press(key("m", 5000));
    expect(go).toHaveBeenCalledTimes(1);
  });

  it("asks all who offer something each time, until they are gone", () => {
    const registry = createShortcutRegistry();
    const offer = (label: string) => ({ id: label, group: "go" as const, label, run: () => undefined });
    const names = ["Ann"];
    const remove = registry.addOffers(() => names.map(offer));
    registry.addOffers(() => [offer("Billing")]);
    names.push("Ben");
    expect(registry.offers().map(({ label }) => label)).toEqual(["Ann", "Ben", "Billing"]);
    remove();
    expect(registry.offers().map(({ label }) => label)).toEqual(["Billing"]);
  });
});
