import {
  placesOfConversation,
  showPlacementIn,
  takeBackOperations,
  waitingOperations,
  type ActPlace,
} from "#db/queries/conversations/act-places";
import { labelsOfAccounts, type LabelFolder } from "#db/queries/labels/labels-of-account";
import { findFolder } from "#db/queries/conversations/target-folders";
import { wishOperations, type Wish } from "#db/queries/outbox/wish-operations";
import type { SetFolder } from "#lib/contracts/conversation";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { actOnConversation, type Act } from "./act-on-conversation.ts";
import { openFound } from "./open-found.ts";
import { planLabelledMove, type LabelledMove } from "./plan-labels.ts";
import { homeOf, placesToMove, planMove, type MoveTarget } from "./plan-moves.ts";
import { targetFolders } from "./target-folder.ts";
import { wishLabels, type LabelWish } from "./wish-labels.ts";

/** Moves its mail to the folder of a role in each account, or to one folder. Shown at once; asking for the former role takes it back. */
export async function moveConversation(agent: Agent, conversationId: number, wanted: SetFolder): Promise<void> {
  await actOnConversation(agent, conversationId, async (act) => {
    const target = await targetOf(act, agent, wanted);
    const places = placesToMove(await placesOfConversation(act.tx, agent.inboxIds, act.conversation.id), target);
    const movable = places.filter((place) => place.mode === "two-way");
    if (places.length > 0 && movable.length === 0)
      throw new AppError("conflict", "Its mail lies in an account that is connected read-only, so it cannot be moved.");
    if (movable.length === 0) return false;
    await moveAll(act, movable, target);
    const from = movable.map((place) => [place.placementId, place.movingToFolderId ?? place.folderId]);
    act.record("moved", { ...(typeof target === "object" ? { folderId: target.folderId } : { role: target }), from });
    return true;
  });
}

async function targetOf({ tx }: Act, agent: Agent, { role, folderId, fromFolderId }: SetFolder): Promise<MoveTarget> {
  if (role && folderId === undefined) return role;
  if (role || folderId === undefined) throw new AppError("invalid", "Name either a role or a folder.");
  const folder = await findFolder(tx, agent.inboxIds, folderId);
  if (!folder) throw new AppError("not_found", "There is no such folder.");
  return { folderId: folder.id, accountId: folder.accountId, fromFolderId };
}

export async function moveAll(act: Act, places: ActPlace[], target: MoveTarget): Promise<void> {
  const { tx, at, changed } = act;
  const accountIds = [...new Set(places.map((place) => place.accountId))];
  const folderIds = typeof target === "object" ? null : await targetFolders(tx, accountIds, target, at);
  const placementIds = places.map((place) => place.placementId);
  const waiting = Map.groupBy(await waitingOperations(tx, "move", placementIds), (operation) => operation.placementId);

  const wishes: Wish[] = [];
  const shownIn = new Map<number | null, number[]>();
  const takenBack: number[] = [];
  const labels = labelsOfAccounts(tx, accountIds);
  const labelled: LabelWish[] = [];
  for (const place of places) {
    const usual = typeof target === "object" ? target.folderId : folderIds?.get(place.accountId);
    if (usual === undefined) throw new Error("Every account of a move has its target.");
    const labelPlan = planLabels(place, target, usual, labels);
    if (labelPlan && labelPlan.add.length + labelPlan.remove.length > 0) labelled.push({ place, ...labelPlan });
    const toFolderId = labelPlan ? labelPlan.toFolderId : (homeOf(place, target) ?? usual);
    if (toFolderId === null) continue;
    const plan = planMove(place, waiting.get(place.placementId) ?? [], toFolderId);
    takenBack.push(...plan.takeBackIds);
    shownIn.set(plan.movingToFolderId, [...(shownIn.get(plan.movingToFolderId) ?? []), place.placementId]);
    if (plan.isWished) wishes.push(wishOf(place, toFolderId, at));
  }

  await takeBackOperations(tx, takenBack, at);
  for (const [folderId, ids] of shownIn) await showPlacementIn(tx, ids, folderId);
  await wishOperations(tx, wishes);
  for (const accountId of new Set(wishes.map((wish) => wish.accountId)))
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
  // After the moves, which they wait for.
  await wishLabels(act, labelled);
  await openFound(act, labelled);
}

function planLabels(place: ActPlace, target: MoveTarget, folderId: number, labels: LabelFolder[]): LabelledMove | null {
  const { allMailId } = place;
  if (allMailId === null) return null;
  const own = labels.filter((folder) => folder.accountId === place.accountId);
  return planLabelledMove({ ...place, allMailId }, target, folderId, own);
}

function wishOf(place: ActPlace, toFolderId: number, at: Date): Wish {
  const { accountId, messageId, placementId } = place;
  return {
    accountId,
    messageId,
    placementId,
    payload: { kind: "move", toFolderId },
    priority: 1,
    notBefore: at,
    createdAt: at,
  };
}
