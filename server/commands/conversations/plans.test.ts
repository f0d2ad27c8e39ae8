/** The plans against a model: a server, and a worker that begins and ends operations whenever it likes. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Waiting } from "#db/queries/conversations/act-places";
import type { OperationPayload } from "#lib/contracts/operation";
import { planFlag } from "./plan-flag.ts";
import { planMove } from "./plan-moves.ts";

class Outbox {
  waiting: Waiting[] = [];
  performedCount = 0;
  private lastId = 0;

  wish(payload: OperationPayload): void {
    this.waiting.push({ id: (this.lastId += 1), placementId: 1, payload, isUntouched: true });
  }

  takeBack(ids: number[]): void {
    expect(this.waiting.filter((one) => ids.includes(one.id)).every((one) => one.isUntouched)).toBe(true);
    this.waiting = this.waiting.filter((one) => !ids.includes(one.id));
  }

  begin(): void {
    const [first] = this.waiting;
    if (first) first.isUntouched = false;
  }

  end(perform: (payload: OperationPayload) => void): void {
    const [first] = this.waiting;
    if (!first || first.isUntouched) return;
    this.waiting.shift();
    this.performedCount += 1;
    perform(first.payload);
  }

  finish(perform: (payload: OperationPayload) => void): void {
    while (this.waiting.length > 0) {
      this.begin();
      this.end(perform);
    }
  }
}

const runs = { seed: 20_260_101, numRuns: 500 };

const steps = <T>(wish: fc.Arbitrary<T>) =>
  fc.array(fc.oneof(wish, fc.constantFrom("begin" as const, "end" as const)), { maxLength: 30 });

it("leaves the server with the flag that was wished last, however wishes and work fall together", () => {
  fc.assert(
    fc.property(fc.boolean(), steps(fc.boolean()), (initial, plan) => {
      const outbox = new Outbox();
      let server = initial;
      let local = initial;
      const perform = (payload: OperationPayload) => {
        if (payload.kind === "store-flags") server = payload.add.length > 0;
      };
      for (const step of plan) {
        if (step === "begin") outbox.begin();
        else if (step === "end") outbox.end(perform);
        else if (step !== local) {
          local = step;
          const { rewritten, isWished } = planFlag(outbox.waiting, "\\Seen", step);
          outbox.takeBack(rewritten.map((one) => one.id));
          if (isWished)
            outbox.wish({ kind: "store-flags", add: step ? ["\\Seen"] : [], remove: step ? [] : ["\\Seen"] });
          expect(outbox.waiting.filter((one) => one.isUntouched).length).toBeLessThan(2);
        }
      }
      outbox.finish(perform);
      expect(server).toBe(local);
    }),
    runs,
  );
});

it("leaves the mail in the folder it was sent to last, and shows it there all the while", () => {
  fc.assert(
    fc.property(steps(fc.integer({ min: 1, max: 3 })), (plan) => {
      const outbox = new Outbox();
      const place: { folderId: number; movingToFolderId: number | null } = { folderId: 1, movingToFolderId: null };
      let wanted = 1;
      const perform = (payload: OperationPayload) => {
        if (payload.kind !== "move") return;
        const next = outbox.waiting.at(-1)?.payload;
        place.folderId = payload.toFolderId;
        place.movingToFolderId = next?.kind === "move" ? next.toFolderId : null;
      };
      for (const step of plan) {
        if (step === "begin") outbox.begin();
        else if (step === "end") outbox.end(perform);
        else if (step !== wanted) {
          wanted = step;
          const { takeBackIds, isWished, movingToFolderId } = planMove(place, outbox.waiting, step);
          outbox.takeBack(takeBackIds);
          if (isWished) outbox.wish({ kind: "move", toFolderId: step });
          place.movingToFolderId = movingToFolderId;
        }
        expect(place.movingToFolderId ?? place.folderId).toBe(wanted);
        expect(outbox.waiting.length).toBeLessThan(3);
      }
      outbox.finish(perform);
      expect(place).toEqual({ folderId: wanted, movingToFolderId: null });
    }),
    runs,
  );
});

it("tells no server of what was taken back before anybody began", () => {
  const outbox = new Outbox();
  for (const isSet of [true, false, true, false]) {
    const { rewritten, isWished } = planFlag(outbox.waiting, "\\Seen", isSet);
    outbox.takeBack(rewritten.map((one) => one.id));
    if (isWished) outbox.wish({ kind: "store-flags", add: isSet ? ["\\Seen"] : [], remove: isSet ? [] : ["\\Seen"] });
  }
  outbox.finish(() => undefined);
  expect(outbox.performedCount).toBe(0);
});

it("wishes a mail back from a folder where it lies under a UID that nobody knows yet", () => {
  const planned = planMove({ folderId: 1, movingToFolderId: 2 }, [], 1);
  expect(planned).toEqual({ takeBackIds: [], isWished: true, movingToFolderId: 1 });
});
