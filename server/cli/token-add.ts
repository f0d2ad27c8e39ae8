import { z } from "zod";
import { EmailAddress } from "#lib/contracts/address";
import { Name } from "#lib/contracts/agent";
import { tokenScopes } from "#lib/contracts/vocabulary";
import { addToken } from "../commands/agents/add-token.ts";
import { AppError } from "../errors.ts";
import { listAgents } from "../queries/agents/list-agents.ts";
import { checked, type Command } from "./command.ts";

const Wish = z.object({ agent: EmailAddress, name: Name, scope: z.enum(tokenScopes).default("write") });

export const tokenAdd: Command = {
  usage: "--agent E --name N [--scope read|write]",
  summary: "Make an API token that acts as an agent. It is printed once: only its hash is kept.",
  options: { agent: { type: "string" }, name: { type: "string" }, scope: { type: "string" } },
  run: async ({ values }) => {
    const { agent: emailAddress, name, scope } = checked(Wish, values);
    const { items } = await listAgents(null);
    const agent = items.find((candidate) => candidate.emailAddress === emailAddress.toLowerCase());
    if (agent?.state !== "active") throw new AppError("not_found", `No agent can sign in as ${emailAddress}.`);
    const made = await addToken(agent, { name, scope });
    return { text: made.token ?? "", json: made };
  },
};
