import type { z } from "zod";
import { Folder } from "#lib/contracts/account";
import { Conversation } from "#lib/contracts/conversation";
import { pageOf } from "#lib/contracts/paging";
import type { Api } from "./ask-api.ts";
import { seededRandom } from "./seeded-random.ts";

const views = ["all", "all", "all", "archive", "junk", "trash"] as const;
const roles = ["inbox", "archive", "junk", "trash"] as const;
/** Somebody was faster: an agent would be told, and go on. */
const tooLate = new Set([404, 409]);

/**
 * What an agent does to mail in the app, at random but the same for each seed: one step is one act on one conversation, asked for by
 * its route.
 */
export function agentAtWork(api: Api, accountId: number, seed: number) {
  const random = seededRandom(seed);
  const oneOf = <T>(items: readonly T[], at: number): T | undefined => items[Math.floor(at * items.length)];
  const list = async <T extends z.ZodType>(item: T, path: string) =>
    pageOf(item).parse(await (await api("GET", path)).json()).items;

  const acts: Record<string, (path: string, at: number) => Promise<Response>> = {
    see: (path) => api("PUT", `${path}/seen`),
    unsee: (path) => api("DELETE", `${path}/seen`),
    flag: (path) => api("PUT", `${path}/flagged`),
    unflag: (path) => api("DELETE", `${path}/flagged`),
    moveToRole: (path, at) => api("PUT", `${path}/folder`, { role: oneOf(roles, at) }),
    moveToFolder: async (path, at) => {
      const folders = await list(Folder, `/api/accounts/${accountId}/folders`);
      return api("PUT", `${path}/folder`, { folderId: oneOf(folders, at)?.id });
    },
  };
  const weights = { see: 3, unsee: 3, flag: 3, unflag: 2, moveToRole: 8, moveToFolder: 2 };
  const deck = Object.entries(weights).flatMap(([name, count]) => Array.from({ length: count }, () => name));

  return {
    /** @returns what was done */
    step: async (): Promise<string> => {
      const [name, view] = [random.pick(deck), random.pick(views)];
      // As many numbers a step whatever there is to choose from, so that a seed goes on alike.
      const [whichAt, whereAt] = [random.next(), random.next()];
      const conversation = oneOf(await list(Conversation, `/api/conversations?view=${view}&limit=200`), whichAt);
      if (!conversation) return `${name} nothing`;
      const response = await acts[name]?.(`/api/conversations/${conversation.id}`, whereAt);
      if (response && !response.ok && !tooLate.has(response.status)) throw new Error(await response.text());
      return `${name} conversation ${conversation.id}: ${response?.status}`;
    },
  };
}
