import { describe, expect, it } from "vitest";
import type { DueOperation } from "#db/queries/outbox/due-operations";
import type { OperationPayload } from "#lib/contracts/operation";
import { chooseBatch, mergedChange } from "./claim-batch.ts";

let lastId = 0;
const due = (payload: OperationPayload, change: Partial<DueOperation> = {}): DueOperation => ({
  id: (lastId += 1),
  accountId: 1,
  kind: payload.kind,
  messageId: 1,
  placementId: 1,
  sendId: null,
  payload,
  priority: 1,
  attemptCount: 0,
  createdAt: new Date(0),
  folderId: 1,
  blockerCount: 0,
  sizeBytes: 0,
  ...change,
});
const seen: OperationPayload = { kind: "store-flags", add: ["\\Seen"], remove: [] };
const unseen: OperationPayload = { kind: "store-flags", add: [], remove: ["\\Seen"] };
const move = (toFolderId: number): OperationPayload => ({ kind: "move", toFolderId });
const at = (n: number) => ({ messageId: n, placementId: n });

describe("chooseBatch", () => {
  it("has nothing to do while everything waits for something older", () => {
    expect(chooseBatch([])).toBeNull();
    expect(chooseBatch([due(seen, { blockerCount: 1 })])).toBeNull();
  });

  it("takes together what is the same change in the same folder", () => {
    const batch = chooseBatch([
      due(seen, at(1)),
      due(seen, at(2)),
      due(unseen, at(3)),
      due(seen, { ...at(4), folderId: 2 }),
    ]);
    expect(batch).toMatchObject({ placementIds: [1, 2], change: { add: ["\\Seen"], remove: [] } });
  });

  it("sums up several wishes for one placement", () => {
    const batch = chooseBatch([due(seen), due(unseen, { blockerCount: 1 })]);
    expect(batch).toMatchObject({ placementIds: [1], change: { add: [], remove: ["\\Seen"] } });
    expect(batch?.operations).toHaveLength(2);
  });

  it("does not reach over a move to a later wish", () => {
    const batch = chooseBatch([due(seen), due(move(2), { blockerCount: 1 }), due(unseen, { blockerCount: 2 })]);
    expect(batch).toMatchObject({ kind: "store-flags", change: { add: ["\\Seen"], remove: [] } });
    expect(batch?.operations).toHaveLength(1);
  });

  it("moves to the last of several places", () => {
    const batch = chooseBatch([
      due(move(2)),
      due(move(3), { blockerCount: 1 }),
      due(move(3), at(2)),
      due(move(2), at(3)),
    ]);
    expect(batch).toMatchObject({ kind: "move", toFolderId: 3, placementIds: [1, 2] });
  });

  it("takes no more than 500 placements", () => {
    const many = Array.from({ length: 600 }, (_, index) => due(seen, at(index + 1)));
    expect(chooseBatch(many)).toMatchObject({ placementIds: { length: 500 } });
  });

  it("answers everybody who waits for the same content", () => {
    const file = (attachmentId: number): OperationPayload => ({ kind: "fetch-attachment", attachmentId });
    expect(chooseBatch([due(file(1)), due(file(2)), due(file(1))])?.operations).toHaveLength(2);
  });
});

describe("chooseBatch, of sources", () => {
  const source: OperationPayload = { kind: "fetch-source", own: true };
  const behind = (n: number, change: Partial<DueOperation> = {}) => due(source, { ...at(n), priority: 3, sizeBytes: 10_000, ...change }); // prettier-ignore
  const chosen = (operations: DueOperation[]) => chooseBatch(operations)?.operations.map((one) => one.messageId);

  it("takes many of one folder behind everything else, and each that asks for the same", () => {
    const elsewhere = behind(3, { folderId: 2 });
    expect(chosen([behind(1), behind(2), elsewhere, behind(4), behind(1)])).toEqual([1, 2, 4, 1]);
    expect(chosen(Array.from({ length: 80 }, (_, index) => behind(index + 1)))).toHaveLength(50);
  });

  it("takes no more bytes than others may wait for, and one that is larger by itself", () => {
    expect(chosen([behind(1), behind(2, { sizeBytes: 1_900_000 }), behind(3, { sizeBytes: 900_000 })])).toEqual([1, 2]);
    expect(chosen([behind(1, { sizeBytes: 30_000_000 }), behind(2)])).toEqual([1]);
  });

  it("takes the one that somebody waits for by itself", () => {
    expect(chosen([behind(1, { priority: 0 }), behind(2, { priority: 0 }), behind(3)])).toEqual([1]);
  });

  it("takes fewer at a time of those that failed together", () => {
    const failed = (attemptCount: number) => Array.from({ length: 20 }, (_, index) => behind(index, { attemptCount }));
    expect([1, 2, 3].map((attempts) => chosen(failed(attempts))?.length)).toEqual([8, 1, 1]);
    expect(chosen([behind(1), behind(2, { attemptCount: 1 }), behind(3)])).toEqual([1, 3]);
  });
});

describe("mergedChange", () => {
  it("lets the later word count", () => {
    const change = mergedChange({ add: ["a", "b"], remove: ["c"] }, { add: ["c"], remove: ["a"] });
    expect(change).toEqual({ add: ["b", "c"], remove: ["a"] });
  });
});
