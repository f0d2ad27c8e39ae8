import type { ReactNode } from "react";
import type { Account, ServerSettings } from "#lib/contracts/account";
import type { Strings } from "#lib/strings/strings";
import { useStrings } from "../language/use-strings.ts";
import { Time } from "../ui/time.tsx";

/** What the account was connected with. */
export function AccountDetails({ account }: { account: Account }) {
  const strings = useStrings();
  const words = strings.accounts;
  const { imap, smtp, username, emailAddress, historySince } = account;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-xs">
      <Detail name={words.imap}>{serverWords(strings, imap)}</Detail>
      <Detail name={words.smtp}>{serverWords(strings, smtp)}</Detail>
      {username !== emailAddress && <Detail name={words.username}>{username}</Detail>}
      <Detail name={words.history}>
        {historySince === null ? (
          words.historyAll
        ) : (
          <>
            {words.historySince} <Time instant={historySince} isWithin className="tabular-nums" />
          </>
        )}
      </Detail>
    </dl>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function serverWords(strings: Strings, { host, port, security }: ServerSettings): string {
  const words = strings.accounts;
  return words.serverAt(host, port, words.securityWords[security]);
}
