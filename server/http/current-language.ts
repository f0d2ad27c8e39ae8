import { headers } from "next/headers";
import { cache } from "react";
import { findAgent } from "#db/queries/agents/agents";
import { pickLanguage, type PickedLanguage } from "#lib/pick-language";
import { currentAgent } from "../auth/current-agent.ts";
import { store } from "../store.ts";

/** What this page is written in; found out once a page. */
export const currentLanguage = cache(async (): Promise<PickedLanguage> => {
  const agent = await currentAgent();
  const row = agent ? await findAgent(store().read, agent.id) : undefined;
  return pickLanguage((await headers()).get("accept-language") ?? "", row?.language ?? null);
});
