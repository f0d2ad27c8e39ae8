import { IdParams } from "#lib/contracts/paging";
import { resumeTransfer } from "#server/commands/transfers/resume-transfer";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Try again now what waits because a mailbox or a disk was full, or because of an error.",
    params: IdParams,
  },
  ({ agent, params }) => resumeTransfer(agent, params.id),
);
