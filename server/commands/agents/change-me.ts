import { findAgent, updateAgent } from "#db/queries/agents/agents";
import type { ChangeMe } from "#lib/contracts/agent";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";

const preferencesMaxBytes = 20_000;

/** Preferences are merged by name, one deep; null takes a name away. */
export async function changeMe(agent: Agent, { name, signature, language, preferences }: ChangeMe): Promise<void> {
  await commit(async (tx, changed) => {
    const row = await findAgent(tx, agent.id);
    if (!row) throw new AppError("not_found", "There is no such agent.");
    const merged = Object.entries({ ...row.preferences, ...preferences }).filter(([, value]) => value !== null);
    if (JSON.stringify(merged).length > preferencesMaxBytes)
      throw new AppError("invalid", "These are too many preferences.", {
        issues: [{ path: "preferences", message: `At most ${preferencesMaxBytes} bytes.` }],
      });
    await updateAgent(tx, agent.id, {
      name: name ?? row.name,
      signature: signature ?? row.signature,
      language: language === undefined ? row.language : language,
      preferences: Object.fromEntries(merged),
    });
    changed({ type: "agent.changed", agentId: agent.id });
  });
}
