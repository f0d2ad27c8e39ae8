import { CallbackParams, CallbackQuery } from "#lib/contracts/oauth";
import { identify } from "#server/auth/identify";
import { finishSignIn } from "#server/commands/oauth/finish-sign-in";
import { route } from "#server/http/route";
import { seeOther } from "#server/http/see-other";

export const GET = route(
  {
    summary: "Where a provider sends the browser back to.",
    params: CallbackParams,
    query: CallbackQuery,
    access: "public",
    isLandedOn: true,
    status: 303,
  },
  async ({ params, request }) => {
    const identity = await identify(request.headers);
    if (identity?.via !== "session") return seeOther("/sign-in");
    return seeOther(await finishSignIn(identity.sessionId, params.provider, new URL(request.url).searchParams));
  },
);
