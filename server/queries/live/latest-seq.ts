import { latestSeq as findLatestSeq } from "#db/queries/changes";
import { store } from "../../store.ts";

/** Where a page's live stream begins. Ask before the page's own queries: what happens between is told twice rather than never. */
export async function latestSeq(): Promise<number> {
  return findLatestSeq(store().read);
}
