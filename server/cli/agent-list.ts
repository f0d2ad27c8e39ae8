import { listAgents } from "../queries/agents/list-agents.ts";
import type { Command } from "./command.ts";
import { table } from "./table.ts";

export const agentList: Command = {
  usage: "",
  summary: "Everybody who works here.",
  run: async () => {
    const { items } = await listAgents(null);
    const rows = items.map(({ id, emailAddress, name, role, state }) => [id, emailAddress, name, role, state]);
    return { text: table(["ID", "EMAIL", "NAME", "ROLE", "STATE"], rows), json: { items } };
  },
};
