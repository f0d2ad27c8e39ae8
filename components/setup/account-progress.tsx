import type { Account } from "#lib/contracts/account";
import { AccountStateText } from "../accounts/account-state.tsx";

/** How far the mail of each account has come, or what is in its way. */
export function AccountProgress({ accounts }: { accounts: readonly Account[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {accounts.map((account) => (
        <li key={account.id}>
          <p className="truncate font-strong">{account.name}</p>
          <AccountStateText account={account} />
        </li>
      ))}
    </ul>
  );
}
