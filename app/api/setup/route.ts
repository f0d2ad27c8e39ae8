import { z } from "zod";
import { setUp } from "#server/commands/agents/set-up";
import { route } from "#server/http/route";
import { needsSetup } from "#server/queries/agents/needs-setup";
import { SetUp } from "#lib/contracts/agent";

export const GET = route(
  {
    access: "public",
    summary: "Whether the first admin is still to come",
    response: z.object({ needed: z.boolean() }),
  },
  async () => ({ needed: await needsSetup() }),
);

export const POST = route(
  { access: "public", summary: "Make the first admin with the link that the server printed", body: SetUp },
  ({ body }) => setUp(body),
);
