import { Counts } from "#lib/contracts/conversation";
import { route } from "#server/http/route";
import { getCounts } from "#server/queries/conversations/get-counts";

export const GET = route({ summary: "How many conversations each view and tag shows", response: Counts }, ({ agent }) =>
  getCounts(agent),
);
