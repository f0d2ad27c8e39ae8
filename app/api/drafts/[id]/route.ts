import { ChangeDraft, Draft } from "#lib/contracts/draft";
import { IdParams } from "#lib/contracts/paging";
import { discardDraft } from "#server/commands/drafts/discard-draft";
import { saveDraft } from "#server/commands/drafts/save-draft";
import { route } from "#server/http/route";
import { getDraft } from "#server/queries/drafts/get-draft";

export const GET = route({ summary: "A draft", params: IdParams, response: Draft }, ({ agent, params }) =>
  getDraft(agent, params.id),
);

export const PUT = route(
  { summary: "Save a draft", params: IdParams, body: ChangeDraft, response: Draft, bodyMaxBytes: 4_000_000 },
  async ({ agent, params, body }) => {
    await saveDraft(agent, params.id, body);
    return getDraft(agent, params.id);
  },
);

export const DELETE = route({ summary: "Discard a draft", params: IdParams }, ({ agent, params }) =>
  discardDraft(agent, params.id),
);
