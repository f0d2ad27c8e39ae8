import { expect, it } from "vitest";
import { createBacklog, type ChangesMessage } from "./live-messages.ts";

const told = (seq: number): ChangesMessage => ({ type: "changes", seq, changes: [] });

it("tells a late tab what it missed, and no more", () => {
  const backlog = createBacklog(10);
  for (const seq of [12, 15, 19]) backlog.add(told(seq));
  expect(backlog.after(12)?.map(({ seq }) => seq)).toEqual([15, 19]);
  expect(backlog.after(19)).toEqual([]);
});

it("says so when it cannot know what was missed", () => {
  const backlog = createBacklog(10);
  expect(backlog.after(9)).toBeUndefined();
  for (let seq = 11; seq <= 600; seq += 1) backlog.add(told(seq));
  expect(backlog.after(50)).toBeUndefined();
  expect(backlog.after(590)).toHaveLength(10);
});
