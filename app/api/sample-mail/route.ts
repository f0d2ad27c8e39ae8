import { Account } from "#lib/contracts/account";
import { addSampleMail } from "#server/commands/sample/add-sample-mail";
import { removeSampleMail } from "#server/commands/sample/remove-sample-mail";
import { route } from "#server/http/route";
import { getAccount } from "#server/queries/accounts/get-account";

export const PUT = route(
  {
    access: "admin",
    summary: "Sample mail to look around with, while no mailbox is connected. None of it leaves this machine.",
    response: Account,
  },
  async ({ agent }) => getAccount(agent, await addSampleMail(agent)),
);

export const DELETE = route(
  { access: "admin", summary: "Remove the sample mail, with the notes and tags that came with it." },
  ({ agent }) => removeSampleMail(agent),
);
