import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { EmailAddress } from "#lib/contracts/address";
import { Name, Password } from "#lib/contracts/agent";
import { agentRoles } from "#lib/contracts/vocabulary";
import { addAgent } from "../commands/agents/add-agent.ts";
import { inviteAgent } from "../commands/agents/invite-agent.ts";
import { listAgents } from "../queries/agents/list-agents.ts";
import { checked, type Command } from "./command.ts";

const Wish = z.object({
  email: EmailAddress,
  name: Name,
  role: z.enum(agentRoles),
  "password-stdin": z.boolean().default(false),
});

export const agentAdd: Command = {
  usage: "--email E --name N --role admin|agent [--password-stdin]",
  summary: "Add an agent: at once with a password from standard input, else by an invitation link, which is printed.",
  options: {
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    "password-stdin": { type: "boolean" },
  },
  run: async ({ values }) => {
    const { email, name, role, "password-stdin": hasPassword } = checked(Wish, values);
    const wish = { emailAddress: email, name, role };
    if (!hasPassword) {
      const { url, expiresAt } = await inviteAgent(null, wish);
      const text = `${name} is invited. This link works once, until ${expiresAt}:\n${url}`;
      return { text, json: { ...(await agentOf(email)), url, expiresAt } };
    }
    const password = (await textOf(process.stdin)).replace(/\r?\n$/, "");
    await addAgent({
      ...wish,
      password: checked(z.object({ "password-stdin": Password }), { "password-stdin": password })["password-stdin"],
    });
    return { text: `${name} can sign in as ${email.toLowerCase()}.`, json: await agentOf(email) };
  },
};

async function agentOf(emailAddress: string) {
  return (await listAgents(null)).items.find((agent) => agent.emailAddress === emailAddress.toLowerCase());
}
