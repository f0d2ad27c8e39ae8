import type { CannedReply } from "#lib/contracts/canned-reply";
import type { Agent } from "../../auth/agent.ts";
import { requireCannedReply } from "../../auth/require-canned-reply.ts";
import { store } from "../../store.ts";
import { presentCannedReply } from "./present-canned-reply.ts";

export async function readCannedReply(agent: Agent, id: number): Promise<CannedReply> {
  return presentCannedReply(await requireCannedReply(store().read, agent, id));
}
