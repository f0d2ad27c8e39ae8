import { OauthProvider } from "#lib/contracts/oauth";
import { pageOf } from "#lib/contracts/paging";
import { route } from "#server/http/route";
import { listProviders } from "#server/queries/oauth/list-providers";

export const GET = route(
  {
    summary: "Providers of mail sign-in by OAuth 2.0, and what is still to be set up.",
    response: pageOf(OauthProvider),
  },
  () => listProviders(),
);
