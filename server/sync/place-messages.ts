import type { Sight } from "#db/queries/count-sights";
import { addStoredCount } from "#db/queries/sync/folders";
import { insertPlacement, relocatePlacement } from "#db/queries/sync/insert-messages";
import { formerPlacements, type KnownMessage } from "#db/queries/sync/known-messages";
import type { Db } from "#db/dialect/sqlite";
import type { MessageDirection } from "#lib/contracts/vocabulary";
import { normalizeAddress } from "#lib/mail/address";
import { isGivenByGmail } from "#lib/mail/labels";
import { now } from "#server/clock";
import type { ApplyContext } from "./apply-context.ts";
import { applyFlags } from "./apply-flags.ts";
import type { Batch } from "./recognise-messages.ts";
import type { IncomingMessage } from "./recording/prepare-messages.ts";

/** @returns all sights of conversations that have begun and are nowhere else */
export async function placeMessages(
  tx: Db,
  context: ApplyContext,
  { entries, placed }: Batch,
  begunIds: ReadonlySet<number>,
): Promise<Sight[]> {
  const { folder } = context;
  const messageIds = entries.flatMap(({ known }) => known?.id ?? []);
  const former = folder.generation === 1 ? [] : await formerPlacements(tx, folder.id, folder.generation, messageIds);
  const formerOf = Map.groupBy(former, (row) => row.messageId);
  const relocated: IncomingMessage["place"][] = [];
  const sights: Sight[] = [];
  const others = new Set<number>();
  const createdAt = now();
  let addedCount = 0;
  for (const { message, known, copies } of entries) {
    if (!known) continue;
    const home = {
      messageId: known.id,
      accountId: folder.accountId,
      folderId: folder.id,
      generation: folder.generation,
    };
    for (const { place } of copies) {
      const here = placed.get(place.uid);
      const reused = here?.id ?? formerOf.get(known.id)?.shift()?.id;
      if (!here || here.missingSince !== null) addedCount += 1;
      if (reused === undefined) insertPlacement(tx, home, place, createdAt);
      else relocatePlacement(tx, reused, home, place);
      if (reused !== undefined) relocated.push(place);
      if (reused !== undefined || copies.length > 1) others.add(known.conversationId);
    }
    if (begunIds.has(known.conversationId)) sights.push(sightOf(context, known, message));
  }
  await addStoredCount(tx, folder.id, addedCount);
  await applyFlags(tx, folder, relocated);
  return context.countsBegun ? sights.filter(({ conversationId }) => !others.has(conversationId)) : [];
}

export function directionOf({ folder, oursInInbox }: ApplyContext, { from, place }: IncomingMessage): MessageDirection {
  const { role, holdsLabels } = folder;
  const isOurs = oursInInbox.has(normalizeAddress(from.address));
  const isWritten = role === "sent" || role === "drafts" || (holdsLabels && place.labels.some(isGivenByGmail));
  return isOurs || isWritten ? "out" : "in";
}

/** As `refreshConversations` would read it of a message that has this one place. */
function sightOf(context: ApplyContext, { id, conversationId }: KnownMessage, message: IncomingMessage): Sight {
  const { place, from, json, attachments } = message;
  return {
    conversationId,
    inboxId: context.inboxId,
    messageId: id,
    direction: directionOf(context, message),
    subject: message.subject,
    preview: "",
    fromName: from.name,
    fromAddress: from.address,
    recipients: json.to,
    receivedAt: place.receivedAt.getTime(),
    attachmentCount: attachments.filter(({ inline }) => !inline).length,
    role: context.folder.role,
    labels: null,
    labelRoles: null,
    seen: place.seen ? 1 : 0,
    flagged: place.flagged ? 1 : 0,
  };
}
