import { describe, expect, it } from "vitest";
import { HearingCheck } from "./hearing-check.ts";

/** What is done at each of some looks. */
const remedies = (check: HearingCheck, looks: [number, number | null][]) =>
  looks.map(([asked, heard]) => check.note(asked, heard));

describe("a frozen session", () => {
  it("is not suspected while both connections see the same, or there is but one", () => {
    expect(
      remedies(new HearingCheck(), [
        [3, 3],
        [4, 4],
        [5, null],
        [6, null],
      ]),
    ).toEqual(Array(4).fill("none"));
  });

  it("is the watch when that has stood still for three looks, and is renewed", () => {
    const check = new HearingCheck();
    expect(
      remedies(check, [
        [3, 3],
        [4, 3],
        [4, 3],
        [5, 3],
      ]),
    ).toEqual(["none", "none", "none", "renew-watch"]);
    expect(
      remedies(check, [
        [5, null],
        [5, 5],
      ]),
    ).toEqual(["none", "none"]);
  });

  it("is the command connection when that has stood still, and is made anew", () => {
    expect(
      remedies(new HearingCheck(), [
        [3, 3],
        [3, 4],
        [3, 4],
        [3, 4],
      ]).at(-1),
    ).toBe("reconnect");
  });

  it("is not suspected where mail comes faster than one can look", () => {
    const busy: [number, number][] = Array.from({ length: 20 }, (_, index) => [index, index + 2]);
    expect(new Set(remedies(new HearingCheck(), busy))).toEqual(new Set(["none"]));
  });

  it("is looked for once on each side: a server that counts oddly is not hammered with logins", () => {
    const check = new HearingCheck();
    const odd = remedies(
      check,
      Array.from({ length: 60 }, (): [number, number] => [7, 9]),
    );
    expect(odd.filter((remedy) => remedy !== "none")).toEqual(["renew-watch", "reconnect"]);
    check.note(7, 7);
    expect(
      remedies(check, [
        [7, 8],
        [7, 8],
        [7, 8],
      ]).at(-1),
    ).toBe("reconnect");
  });
});
