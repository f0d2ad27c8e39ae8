import { describe, expect, it } from "vitest";
import { keptMs, type EarlyKey, type EarlyKeys } from "#lib/early-keys";
import type { Command } from "#lib/shortcuts";
import { replayKeys } from "./replay-keys.ts";
import { createShortcutRegistry } from "./shortcut-registry.ts";

describe("keys pressed before the page could hear them", () => {
  it("are done in their order, each in a turn of its own", () => {
    const page = pageWith(["j", "j", "x"], ["list.next", "list.select"]);
    page.turn();
    expect(page.done).toEqual(["list.next"]);
    page.turns();
    expect(page.done).toEqual(["list.next", "list.next", "list.select"]);
  });

  it("wait for a command that is not there yet, and hold up those after it", () => {
    const page = pageWith(["Enter", "r"], ["write.reply"]);
    page.turns();
    expect(page.done).toEqual([]);
    page.add("list.open");
    page.turns();
    expect(page.done).toEqual(["list.open", "write.reply"]);
  });

  it("do nothing with a conversation before there is a list to go on in", () => {
    const page = pageWith(["e"], ["conversation.close"]);
    page.turns();
    expect(page.done).toEqual([]);
    page.add("list.next");
    page.turns();
    expect(page.done).toEqual(["conversation.close"]);
  });

  it("are read as pairs, also with a second key that the page hears itself", () => {
    const page = pageWith(["g", "m", "g"], ["go.mine", "go.sent"]);
    page.turns();
    expect(page.done).toEqual(["go.mine"]);
    expect(page.replay.press(key("s"))).toBe(true);
    page.turns();
    expect(page.done).toEqual(["go.mine", "go.sent"]);
  });

  it("come before what is pressed while they are done", () => {
    const page = pageWith(["j", "j"], ["list.next", "list.select"]);
    expect(page.replay.press(key("x"))).toBe(true);
    page.turns();
    expect(page.done).toEqual(["list.next", "list.next", "list.select"]);
  });

  it("are given up when they wait and another key is answered", () => {
    const page = pageWith(["x", "e"], ["list.next", "conversation.close"]);
    page.turns();
    expect(page.replay.press(key("j"))).toBe(true);
    page.add("list.select");
    page.turns();
    expect(page.done).toEqual(["list.next"]);
  });

  it("end with one that opens something for the next to be typed into", () => {
    const page = pageWith(["c", "e"], ["write.compose", "conversation.close", "list.next"]);
    page.turns();
    expect(page.done).toEqual(["write.compose"]);
    expect(page.early.kept).toEqual([]);
  });

  it("are not done in a field or a dialog", () => {
    const page = pageWith(["j"], ["list.next"]);
    page.isElsewhere = true;
    page.turns();
    expect(page.done).toEqual([]);
    expect(page.early.kept).toEqual([]);
  });

  it("are not done once they are old, nor what was pressed after one that is", () => {
    const page = pageWith([], ["list.next", "list.select"]);
    page.early.kept.push(key("j", performance.now() - keptMs - 1), key("x"));
    page.add("list.open");
    page.turns();
    expect(page.done).toEqual([]);
    expect(page.early.kept).toEqual([]);
  });

  it("are forgotten with the page that they were pressed on", () => {
    const page = pageWith(["j"], []);
    page.turns();
    page.replay.end();
    page.add("list.next");
    page.turns();
    expect(page.done).toEqual([]);
    expect(page.early.isOver).toBe(true);
  });
});

const key = (name: string, timeStamp = performance.now()): EarlyKey => ({
  timeStamp,
  key: name,
  code: "",
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
});

/** A page that comes to hear of keys after these were pressed, with the commands that it begins with. */
function pageWith(keys: string[], commands: Command[]) {
  const registry = createShortcutRegistry();
  const done: Command[] = [];
  const due: (() => void)[] = [];
  const add = (command: Command) => registry.add(command, () => done.push(command));
  const early: EarlyKeys<EarlyKey> = {
    kept: keys.map((name) => key(name)),
    keep: (event) => early.kept.push(event) > 0,
    forget: () => void early.kept.splice(0),
    isOver: false,
  };
  for (const command of commands) add(command);
  const turn = () => due.shift()?.();
  const turns = () => {
    while (due.length > 0) turn();
  };
  const page = { isElsewhere: false };
  const replay = replayKeys(
    registry,
    early,
    () => page.isElsewhere,
    (work) => due.push(work),
  );
  return Object.assign(page, { add, done, early, replay, turn, turns });
}
