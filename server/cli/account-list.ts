import { listAccounts } from "../queries/accounts/list-accounts.ts";
import { operator, type Command } from "./command.ts";
import { table } from "./table.ts";

export const accountList: Command = {
  usage: "",
  summary: "The connected accounts.",
  run: async () => {
    const { items } = await listAccounts(operator);
    const rows = items.map((account) => [
      account.id,
      account.emailAddress,
      account.name,
      account.mode,
      account.state,
      account.placementCount,
    ]);
    return { text: table(["ID", "EMAIL", "NAME", "MODE", "STATE", "MAILS"], rows), json: { items } };
  },
};
