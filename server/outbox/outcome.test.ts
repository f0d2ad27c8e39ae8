import { describe, expect, it } from "vitest";
import { ImapError, type ImapErrorKind } from "../imap/errors.ts";
import { NotYetError, outcomeOf, patientOutcome } from "./outcome.ts";

const imap = (kind: ImapErrorKind, details: ConstructorParameters<typeof ImapError>[3] = {}) =>
  new ImapError(kind, kind, "It did not work.", details);

describe("outcomeOf", () => {
  it("does not count what could not begin", () => {
    expect(outcomeOf(imap("offline"), "move", 1)).toEqual({ kind: "wait", error: "It did not work." });
  });

  it("looks before it repeats what may have been done", () => {
    const lost = imap("network", { isUncertain: true });
    expect(outcomeOf(lost, "move", 1).kind).toBe("look");
    expect(outcomeOf(lost, "append-sent", 1).kind).toBe("look");
    expect(outcomeOf(lost, "store-flags", 1).kind).toBe("again");
  });

  it.each<ImapErrorKind>(["no-permission", "over-quota", "too-large"])("gives up at once on %s", (kind) => {
    expect(outcomeOf(imap(kind), "move", 1).kind).toBe("failed");
  });

  it("obeys the server's hint", () => {
    expect(outcomeOf(imap("throttled", { retryAfterMs: 299_961 }), "move", 1)).toMatchObject({ afterMs: 299_961 });
  });

  it("asks soon, then more seldom, whether a renumbered folder is in order again", () => {
    const notYet = new NotYetError("Renumbered.", 20_000);
    const waits = [1, 2, 3, 6, 7].map((attempt) => outcomeOf(notYet, "move", attempt));
    expect(waits).toMatchObject([1000, 2000, 4000, 20_000, 20_000].map((afterMs) => ({ kind: "again", afterMs })));
  });

  it("tries what was refused without a reason a few times, with growing pauses, then no more", () => {
    const outcomes = [1, 2, 3, 4, 5].map((attempt) => outcomeOf(imap("protocol"), "move", attempt));
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["again", "again", "again", "again", "failed"]);
  });
});

describe("The copy of what was sent", () => {
  it("is not given up while a server answers nonsense for an hour", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => outcomeOf(imap("protocol"), "append-sent", attempt));
    expect(waits).toMatchObject(
      [1, 5, 30, 300, 60, 300, 900].map((seconds) => ({ kind: "again", afterMs: seconds * 1000 })),
    );
    expect(outcomeOf(imap("protocol"), "append-sent", 19).kind).toBe("again");
    expect(outcomeOf(imap("protocol"), "append-sent", 20).kind).toBe("failed");
  });
});

describe("patientOutcome", () => {
  it("waits 1, 5, 15, 60 minutes, then every four hours until two days are over", () => {
    const waits: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const outcome = patientOutcome("busy", attempt);
      if (outcome.kind !== "again") break;
      waits.push(outcome.afterMs / 60_000);
    }
    expect(waits.slice(0, 5)).toEqual([1, 5, 15, 60, 240]);
    const totalHours = waits.reduce((sum, minutes) => sum + minutes, 0) / 60;
    expect(totalHours).toBeGreaterThan(44);
    expect(totalHours).toBeLessThan(50);
  });
});
