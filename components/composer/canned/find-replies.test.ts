import { describe, expect, it } from "vitest";
import { findReplies } from "./find-replies.ts";

const reply = (id: number, name: string, preview: string) => ({ id, name, preview, html: "", inboxId: null });
const replies = [
  reply(1, "Delivery", "Your refund is on its way."),
  reply(2, "Full refund", "We send the money back."),
  reply(3, "Refund in part", "We send half of it back."),
  reply(4, "Rückgabe", "Senden Sie es zurück."),
];
const found = (typed: string) => findReplies(replies, typed).map(({ id }) => id);

describe("canned replies", () => {
  it("are all there until something is typed", () => {
    expect(found("")).toEqual([1, 2, 3, 4]);
  });

  it("are found by the beginning of the name, then by its words, then by what they say", () => {
    expect(found("refund")).toEqual([3, 2, 1]);
    expect(found("refund in")).toEqual([3]);
    expect(found("money")).toEqual([2]);
  });

  it("are found without accents, and not by two letters of their text", () => {
    expect(found("ruckg")).toEqual([4]);
    expect(found("we")).toEqual([]);
    expect(found("nothing")).toEqual([]);
  });
});
