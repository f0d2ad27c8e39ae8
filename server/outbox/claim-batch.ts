/** Which operations are carried out together: what is most urgent, and everything that the same command can do for others as well. */
import type { DueOperation } from "#db/queries/outbox/due-operations";
import type { FolderActPayload } from "#lib/contracts/operation";

export type Change<T> = { add: T[]; remove: T[] };
export type FlagChange = Change<string>;

/** What one placement's operations come to: several wishes in a row are one command. */
type Chain<T> = { operations: DueOperation[]; wish: T };

export type Batch =
  | { kind: "store-flags"; operations: DueOperation[]; placementIds: number[]; change: FlagChange }
  /** By the folders that show the labels. */
  | { kind: "store-labels"; operations: DueOperation[]; placementIds: number[]; change: Change<number> }
  | { kind: "move"; operations: DueOperation[]; placementIds: number[]; toFolderId: number }
  | { kind: "expunge"; operations: DueOperation[]; placementIds: number[] }
  | { kind: "append-sent"; operations: DueOperation[] }
  | { kind: "tidy-sent"; operations: DueOperation[] }
  | { kind: "send"; operations: DueOperation[] }
  | { kind: "fetch-body"; operations: DueOperation[] }
  | { kind: "fetch-source"; operations: DueOperation[] }
  | { kind: "fetch-attachment"; operations: DueOperation[] }
  | { kind: "fetch-quarantined"; operations: DueOperation[] }
  | FolderBatch
  | { kind: "save-draft" | "remove-draft"; operations: DueOperation[] };

export type BatchOf<K extends Batch["kind"]> = Extract<Batch, { kind: K }>;
export type FolderBatch = { kind: FolderActPayload["kind"]; operations: DueOperation[] };

/** UIDs in one command. */
const placementsMax = 500;
const bodiesMax = 50;
/** What else wants the connection waits for no more than this. */
const sourceBytesMax = 2_000_000;
/** By attempts made before: what a batch failed of is found by ever smaller ones. */
const sourcesMax = [50, 8];

/**
 * @param due most urgent first, as `dueOperations` answers
 * @returns null when everything due waits for something older
 */
export function chooseBatch(due: readonly DueOperation[]): Batch | null {
  const head = due.find((operation) => operation.blockerCount === 0);
  if (!head) return null;
  switch (head.kind) {
    case "store-flags":
      return flagBatch(head, due);
    case "store-labels":
      return labelBatch(head, due);
    case "move":
      return moveBatch(head, due);
    case "expunge":
      return expungeBatch(head, due);
    case "fetch-body":
      return { kind: head.kind, operations: due.filter((one) => one.kind === "fetch-body").slice(0, bodiesMax) };
    case "fetch-source":
      return { kind: head.kind, operations: sourcesWith(head, due) };
    case "fetch-attachment":
    case "fetch-quarantined":
      return { kind: head.kind, operations: due.filter((one) => isSameWish(one, head)) };
    case "append-sent":
    case "tidy-sent":
    case "send":
    case "save-draft":
    case "remove-draft":
    case "create-folder":
    case "rename-folder":
    case "delete-folder":
    case "subscribe-folder":
      return { kind: head.kind, operations: [head] };
    default:
      return head.kind satisfies never;
  }
}

function flagBatch(head: DueOperation, due: readonly DueOperation[]): Batch {
  const chains = chainsOf(due, head, (wish: FlagChange | undefined, { payload }) =>
    payload.kind === "store-flags" ? mergedChange(wish ?? { add: [], remove: [] }, payload) : null,
  );
  const change = chains[0]?.wish ?? { add: [], remove: [] };
  const alike = chains.filter((chain) => sameChange(chain.wish, change)).slice(0, placementsMax);
  return { kind: "store-flags", ...gathered(alike), change };
}

function labelBatch(head: DueOperation, due: readonly DueOperation[]): Batch {
  const chains = chainsOf(due, head, (wish: Change<number> | undefined, { payload }) =>
    payload.kind === "store-labels" ? mergedChange(wish ?? { add: [], remove: [] }, labelChangeOf(payload)) : null,
  );
  const change = chains[0]?.wish ?? { add: [], remove: [] };
  const alike = chains.filter((chain) => sameChange(chain.wish, change)).slice(0, placementsMax);
  return { kind: "store-labels", ...gathered(alike), change };
}

export const labelChangeOf = (payload: { addFolderIds: number[]; removeFolderIds: number[] }): Change<number> => ({
  add: payload.addFolderIds,
  remove: payload.removeFolderIds,
});

function moveBatch(head: DueOperation, due: readonly DueOperation[]): Batch {
  const chains = chainsOf(due, head, (_wish: number | undefined, { payload }) =>
    payload.kind === "move" ? payload.toFolderId : null,
  );
  const toFolderId = chains[0]?.wish ?? 0;
  const alike = chains.filter((chain) => chain.wish === toFolderId).slice(0, placementsMax);
  return { kind: "move", ...gathered(alike), toFolderId };
}

function expungeBatch(head: DueOperation, due: readonly DueOperation[]): Batch {
  const chains = chainsOf(due, head, (_wish: true | undefined, { payload }) => payload.kind === "expunge" || null);
  return { kind: "expunge", ...gathered(chains.slice(0, placementsMax)) };
}

/**
 * The chains of every placement in the folder of `head`, its own first. A chain ends where an operation waits for one that is not in it,
 * so that the order of what happens to one message is kept.
 */
function chainsOf<T>(
  due: readonly DueOperation[],
  head: DueOperation,
  next: (wish: T | undefined, operation: DueOperation) => T | null,
): Chain<T>[] {
  const chains = new Map<number, Chain<T>>();
  for (const operation of [head, ...due.filter((one) => one !== head)]) {
    if (operation.placementId === null || operation.kind !== head.kind || operation.folderId !== head.folderId)
      continue;
    const chain = chains.get(operation.placementId);
    if (operation.blockerCount !== (chain?.operations.length ?? 0)) continue;
    const wish = next(chain?.wish, operation);
    if (wish === null) continue;
    chains.set(operation.placementId, { operations: [...(chain?.operations ?? []), operation], wish });
  }
  return [...chains.values()];
}

/** The later word on a flag or a label counts. */
export function mergedChange<T extends string | number>(before: Change<T>, after: Change<T>): Change<T> {
  const without = (flags: T[], others: T[]) => flags.filter((flag) => !others.includes(flag));
  return {
    add: [...new Set([...without(before.add, after.remove), ...after.add])].sort(inOrder),
    remove: [...new Set([...without(before.remove, after.add), ...after.remove])].sort(inOrder),
  };
}

const inOrder = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : Number(a > b));

function sameChange<T>(a: Change<T>, b: Change<T>): boolean {
  return JSON.stringify([a.add, a.remove]) === JSON.stringify([b.add, b.remove]);
}

function gathered<T>(chains: Chain<T>[]): { operations: DueOperation[]; placementIds: number[] } {
  const operations = chains.flatMap((chain) => chain.operations);
  return { operations, placementIds: [...new Set(operations.flatMap((one) => one.placementId ?? []))] };
}

/** Behind everything else sources come many at a time; one that somebody waits for comes by itself. */
function sourcesWith(head: DueOperation, due: readonly DueOperation[]): DueOperation[] {
  const countMax = head.priority < 3 ? 1 : (sourcesMax[head.attemptCount] ?? 1);
  const messageIds = new Set([head.messageId]);
  let bytes = head.sizeBytes;
  for (const one of due) {
    if (messageIds.size >= countMax) break;
    const isAlike =
      one.folderId === head.folderId && one.priority === head.priority && one.attemptCount === head.attemptCount;
    if (!isAlike || !isAsked(one, head) || messageIds.has(one.messageId)) continue;
    if ((bytes += one.sizeBytes) > sourceBytesMax) break;
    messageIds.add(one.messageId);
  }
  return due.filter((one) => messageIds.has(one.messageId) && isAsked(one, head));
}

function isSameWish(a: DueOperation, b: DueOperation): boolean {
  return a.messageId === b.messageId && isAsked(a, b);
}

const isAsked = (one: DueOperation, head: DueOperation) =>
  one.kind === head.kind && JSON.stringify(one.payload) === JSON.stringify(head.payload);
