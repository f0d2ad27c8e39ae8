import { sendersOf } from "#db/queries/search/found-texts";
import { searchConversations } from "#db/queries/search/search-conversations";
import type { MailAddress } from "#lib/contracts/address";
import type { Page } from "#lib/contracts/paging";
import type { PeopleQuery } from "#lib/contracts/search";
import type { Alternative } from "#lib/search/normal-form";
import { mayBeBeginning, wordsOf } from "#lib/search/words";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { store } from "../../store.ts";

/** Who wrote last comes first, so a person who writes often is near the top. */
const mailsMax = 60;

/** Senders of mail that the agent may see whose name or address holds these words, the last one perhaps half typed. */
export async function suggestPeople(agent: Agent, { q, limit }: PeopleQuery): Promise<Page<MailAddress>> {
  const words = wordsOf(q).map((word) => word.text);
  const last = words.at(-1);
  if (last === undefined || !mayBeBeginning(last)) return { items: [], nextCursor: null };
  const scope = { agentId: agent.id, inboxIds: agent.inboxIds, now: now() };
  const filter = { view: "all", isAnywhere: true, literals: [], sort: "newest" } as const;
  const alternative: Alternative = words.map((word) => ({
    leaf: { kind: "text", field: "from", words: [word], isOpen: word === last },
    not: false,
  }));
  const db = store().read;
  const { rows } = await searchConversations(db, scope, filter, [alternative], null, mailsMax);
  const senders = sendersOf(
    db,
    rows.flatMap((row) => row.messageId ?? []),
  );
  const people = new Map(senders.map((sender) => [sender.address.toLowerCase(), sender]));
  return { items: [...people.values()].slice(0, limit), nextCursor: null };
}
