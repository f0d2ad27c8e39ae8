import { BeginDraft, Draft, DraftsQuery } from "#lib/contracts/draft";
import { pageOf } from "#lib/contracts/paging";
import { addNewDraft } from "#server/commands/drafts/save-draft";
import { route } from "#server/http/route";
import { getDraft } from "#server/queries/drafts/get-draft";
import { listDrafts } from "#server/queries/drafts/list-drafts";

export const GET = route(
  {
    summary: "Everybody's drafts in one conversation, or new mails one has begun",
    query: DraftsQuery,
    response: pageOf(Draft),
  },
  ({ agent, query }) => listDrafts(agent, query),
);

export const POST = route(
  { summary: "Begin a draft", body: BeginDraft, response: Draft, status: 201, bodyMaxBytes: 4_000_000 },
  async ({ agent, body }) => getDraft(agent, await addNewDraft(agent, body)),
);
