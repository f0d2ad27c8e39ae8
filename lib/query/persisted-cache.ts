/**
 * What was read, kept in this browser for the next start and for the time without a network. It belongs to one agent's session and one build:
 * of any other nothing is shown, and all of it goes when somebody signs out. What is brought back is old: it is shown, and read again.
 */
import { dehydrate, hydrate, type DehydratedState, type QueryClient } from "@tanstack/react-query";
import { clear, createStore, get, set, type UseStore } from "idb-keyval";

const entry = "queries";
const saveMs = 2000;
const ageMaxMs = 7 * 86_400_000;
const queriesMax = 400;
const pagesMax = 2;
/** The nouns worth keeping: what an inbox shows. Never drafts, tokens, sessions or sends. */
const keptKeys = new Set([
  "me",
  "agents",
  "inboxes",
  "tags",
  "accounts",
  "folders",
  "counts",
  "conversation-lists",
  "conversations",
  "message-texts",
]);

/** Whose cache it is: an agent, their session and the build that can read it. */
export type CacheOwner = string;

type Kept = { owner: CacheOwner; savedAt: number; state: DehydratedState };

let database: UseStore | undefined;
let isOver = false;
const store = () => (database ??= createStore("postroom", "cache"));

/** Brings back what `owner` read before; what is another's is thrown away. Newer data that the client holds stays. */
export async function restoreCache(client: QueryClient, owner: CacheOwner, now = Date.now()): Promise<void> {
  const kept = await get<Kept>(entry, store());
  if (!kept) return;
  if (kept.owner !== owner || now - kept.savedAt > ageMaxMs) return clear(store());
  const held = new Set(
    client
      .getQueryCache()
      .findAll({ predicate: ({ state }) => state.data !== undefined })
      .map((query) => query.queryHash),
  );
  const queries = kept.state.queries.filter((query) => !held.has(query.queryHash));
  hydrate(client, { ...kept.state, queries: queries.map(asOld) });
}

/** Keeps what is read from now on. @returns what ends it, after a last time */
export function keepCache(client: QueryClient, owner: CacheOwner): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    timer = undefined;
    if (isOver) return;
    const state = boundedState(client);
    // A browser that keeps nothing, or has no room left, starts cold.
    set(entry, { owner, savedAt: Date.now(), state } satisfies Kept, store()).catch(() => undefined);
  };
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    timer ??= setTimeout(() => whenAtRest(save), saveMs);
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}

/** Nothing of anybody is left in this browser, and this page keeps nothing any more. */
export async function clearCache(): Promise<void> {
  isOver = true;
  await clear(store()).catch(() => undefined);
}

/** Copying what is kept takes longer than a frame: not while somebody scrolls or types, if that does not go on for ever. */
function whenAtRest(work: () => void): void {
  if ("requestIdleCallback" in globalThis) globalThis.requestIdleCallback(work, { timeout: 10_000 });
  else work();
}

/** Only what was read, the newest first, and of long lists their beginning. */
function boundedState(client: QueryClient): DehydratedState {
  const state = dehydrate(client, {
    shouldDehydrateMutation: () => false,
    shouldDehydrateQuery: ({ queryKey, state }) => state.status === "success" && keptKeys.has(String(queryKey[0])),
  });
  const queries = state.queries
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .slice(0, queriesMax)
    .map(withFirstPages);
  return { ...state, queries };
}

function withFirstPages(query: DehydratedQuery): DehydratedQuery {
  return { ...query, state: { ...query.state, data: firstPages(query.state.data) } };
}

function firstPages(data: unknown): unknown {
  if (typeof data !== "object" || data === null || !("pages" in data) || !("pageParams" in data)) return data;
  const { pages, pageParams } = data;
  if (!Array.isArray(pages) || !Array.isArray(pageParams)) return data;
  return { ...data, pages: pages.slice(0, pagesMax), pageParams: pageParams.slice(0, pagesMax) };
}

type DehydratedQuery = DehydratedState["queries"][number];

/** Shown at once, and read again as soon as somebody looks at it: nobody told us what happened meanwhile. */
function asOld(query: DehydratedQuery): DehydratedQuery {
  return { ...query, state: { ...query.state, isInvalidated: true, fetchStatus: "idle" } };
}
