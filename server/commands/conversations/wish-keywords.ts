import {
  changeOperation,
  markPlaces,
  placesOfConversation,
  takeBackOperations,
  waitingOperations,
  type ActPlace,
} from "#db/queries/conversations/act-places";
import { labelsOfAccounts } from "#db/queries/labels/labels-of-account";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import { keywordsOfTags } from "#db/queries/tags/tag-keywords";
import { makeLabel } from "../folders/make-label.ts";
import type { Act } from "./act-on-conversation.ts";
import { planFlag } from "./plan-flag.ts";
import { wishLabels } from "./wish-labels.ts";

type Writing = Pick<Act, "tx" | "at" | "changed">;

/** Tags that an inbox keeps on its servers are put on all mail that the conversation has there, and taken off it. */
export async function wishKeywords(act: Act, changedTags: { added: number[]; removed: number[] }): Promise<void> {
  const { added, removed } = changedTags;
  const mappings = await keywordsOfTags(act.tx, act.conversation.id, [...added, ...removed]);
  for (const { inboxId, tagId, keyword } of mappings) {
    const places = await placesOfConversation(act.tx, [inboxId], act.conversation.id);
    const writable = places.filter((place) => place.mode === "two-way");
    await wishKeyword(act, writable, { inboxId, keyword }, added.includes(tagId));
  }
}

/** @param isSet whether it is to be there */
export async function wishKeyword(
  act: Writing,
  places: ActPlace[],
  { inboxId, keyword }: { inboxId: number; keyword: string },
  isSet: boolean,
): Promise<void> {
  const labelled = places.filter((place) => place.allMailId !== null);
  if (isSet) await makeLabels(act, inboxId, labelled, keyword);
  await wishLabel(act, labelled, keyword, isSet);
  for (const place of places.filter((one) => one.allMailId === null && one.keepsKeywords !== false)) {
    // As the server spells it: it may have been told in other letters first.
    const present = place.keywords.find((word) => same(word, keyword));
    if ((present !== undefined) === isSet) continue;
    await storeKeyword(act, place, present ?? keyword, isSet);
  }
}

async function storeKeyword({ tx, at, changed }: Writing, place: ActPlace, keyword: string, isSet: boolean) {
  const { placementId, accountId, messageId } = place;
  const keywords = isSet ? [...place.keywords, keyword].sort() : place.keywords.filter((word) => word !== keyword);
  await markPlaces(tx, [placementId], { keywords });
  const plan = planFlag(await waitingOperations(tx, "store-flags", [placementId]), keyword, isSet);
  for (const { id, payload } of plan.rewritten) {
    if (payload) await changeOperation(tx, id, payload);
    else await takeBackOperations(tx, [id], at);
  }
  if (!plan.isWished) return;
  const payload = { kind: "store-flags" as const, add: isSet ? [keyword] : [], remove: isSet ? [] : [keyword] };
  await wishOperations(tx, [{ accountId, messageId, placementId, payload, priority: 1, notBefore: at, createdAt: at }]);
  changed({ type: "outbox.wished", accountId, inboxIds: [] });
}

async function makeLabels(act: Writing, inboxId: number, places: readonly ActPlace[], keyword: string): Promise<void> {
  for (const accountId of new Set(places.map((place) => place.accountId))) {
    const isThere = labelsOfAccounts(act.tx, [accountId]).some(({ label }) => same(label, keyword));
    if (!isThere) await makeLabel(act, { id: accountId, inboxId }, keyword);
  }
}

/** Gmail shows no keywords: there a tag is the label of its name. */
async function wishLabel(act: Writing, places: ActPlace[], keyword: string, isSet: boolean): Promise<void> {
  const labels = labelsOfAccounts(act.tx, [...new Set(places.map((place) => place.accountId))]);
  const wishes = places.flatMap((place) => {
    const label = labels.find((one) => one.accountId === place.accountId && same(one.label, keyword));
    const isHere = place.labels.some((one) => same(one, keyword));
    if (!label || isHere === isSet || place.folderId !== place.allMailId) return [];
    return [{ place, add: isSet ? [label] : [], remove: isSet ? [] : [label] }];
  });
  await wishLabels(act, wishes);
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
