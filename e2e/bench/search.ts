import { Conversation } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import { SearchProgress } from "#lib/contracts/search";
import { buildLargeStore } from "#server/testing/large-store/build-large-store";
import { admitAgent, sampleMails } from "#server/testing/large-store/sample-mails";
import { Api } from "../support/api.ts";
import { App } from "../support/app.ts";
import { until } from "../support/until.ts";
import { percentiles } from "./percentiles.ts";
import { queryKinds } from "./search-queries.ts";
import type { Figures } from "./stage.ts";

/** Raise it when the store is written otherwise: old ones are then left alone, and built anew. */
const storeVersion = 1;
const cacheFolder = ".cache/search-bench";
const secretKey = Buffer.alloc(32, "bench").toString("base64");
const email = "search-bench@acme.test";

/**
 * The first fifty results, with snippets, over HTTP, by kind of query: an agent of the first of two inboxes asks one query after the other,
 * each once, after mails that are there. The store is built once and kept in `.cache`.
 */
export async function benchSearch({ mailCount, perKind }: { mailCount: number; perKind: number }): Promise<Figures> {
  const folder = await buildLargeStore(cacheFolder, mailCount, storeVersion);
  await admitAgent(folder, email, secretKey);
  const kinds = queryKinds(await sampleMails(folder, perKind * 12), perKind);
  const app = new App({ isBuilt: true, dataDir: folder, env: { SECRET_KEY: secretKey } });
  try {
    await app.start();
    const api = new Api(app.url, app.addToken(email));
    // The count of texts at the start is over; no other work is left.
    await until(
      "the count",
      () => api.get("/api/search/progress", SearchProgress),
      (now) => now.messageCount > 0,
      60_000,
    );
    for (const { queries } of kinds) await api.get(urlOf(queries[0] ?? "x"), page);
    const figures: Figures = { mailCount };
    let [worstMs, emptyCount, queryCount] = [0, 0, 0];
    for (const { name, queries } of kinds) {
      const tookMs: number[] = [];
      for (const q of queries) {
        const askedAt = performance.now();
        const { items } = await api.get(urlOf(q), page);
        tookMs.push(performance.now() - askedAt);
        emptyCount += items.length === 0 ? 1 : 0;
      }
      queryCount += queries.length;
      const measured = percentiles(`${name}-`, tookMs);
      worstMs = Math.max(worstMs, measured[`${name}-P95Ms`] ?? 0);
      Object.assign(figures, measured);
    }
    return { ...figures, worstP95Ms: worstMs, queryCount, emptyCount };
  } finally {
    await app.stop();
  }
}

const page = pageOf(Conversation);

function urlOf(q: string): string {
  return `/api/search?q=${encodeURIComponent(q)}&limit=50`;
}
