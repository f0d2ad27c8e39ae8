import { expect, it } from "vitest";
import { sendKey } from "./send-key.ts";

it("is the same for every attempt at one draft", () => {
  const first = sendKey("k", 7, null);
  expect(sendKey("k", 7, first).key).toBe(first.key);
});

it("stays when a mail that was tried before becomes a draft", () => {
  const first = sendKey("k", null, null);
  const second = sendKey("k", 7, first);
  expect(second.key).toBe(first.key);
  expect(sendKey("k", 7, second).key).toBe(first.key);
});

it("is another once its writer has made another draft of it", () => {
  const first = sendKey("k", 7, null);
  expect(sendKey("k", 8, first).key).not.toBe(first.key);
});
