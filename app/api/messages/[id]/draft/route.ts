import { Draft } from "#lib/contracts/draft";
import { IdParams } from "#lib/contracts/paging";
import { continueDraft } from "#server/commands/drafts/continue-draft";
import { route } from "#server/http/route";
import { getDraft } from "#server/queries/drafts/get-draft";

export const POST = route(
  { summary: "Go on writing a draft that lies on a mail server", params: IdParams, response: Draft, status: 201 },
  async ({ agent, params }) => getDraft(agent, await continueDraft(agent, params.id)),
);
