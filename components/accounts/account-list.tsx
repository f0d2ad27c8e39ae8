"use client";

import { useQuery } from "@tanstack/react-query";
import { AtSign } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { accountsOptions } from "#lib/query/accounts";
import { inboxesOptions } from "#lib/query/agents";
import { useKeyLabel, useShortcut } from "../command/shortcuts.tsx";
import { useStrings } from "../language/use-strings.ts";
import { ReadState } from "../settings/read-state.tsx";
import { SettingsPage } from "../settings/settings-page.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { AccountRow } from "./account-row.tsx";
import { useAnnouncedStates } from "./use-announced-states.ts";
import { useMayConnect } from "./use-may-connect.ts";

const connectPath = "/settings/accounts/connect";

export function AccountList() {
  const strings = useStrings();
  const words = strings.accounts;
  const router = useRouter();
  const accounts = useQuery(accountsOptions());
  const { data: inboxes = [] } = useQuery(inboxesOptions());
  const mayConnect = useMayConnect();
  useAnnouncedStates(accounts.data);
  // The key that begins something new, here as in the inbox.
  useShortcut("write.compose", () => router.push(connectPath), mayConnect);
  const nameOf = (inboxId: number) => inboxes.find(({ id }) => id === inboxId)?.name ?? null;
  return (
    <SettingsPage title={strings.settings.pages.accounts} text={words.text} action={mayConnect && <ConnectButton />}>
      <ReadState query={accounts}>
        {(items) =>
          items.length === 0 ? (
            <NoAccounts mayConnect={mayConnect} />
          ) : (
            <Card>
              <ul>
                {items.map((account) => (
                  <AccountRow
                    key={account.id}
                    account={account}
                    inboxName={inboxes.length > 1 ? nameOf(account.inboxId) : null}
                  />
                ))}
              </ul>
            </Card>
          )
        }
      </ReadState>
    </SettingsPage>
  );
}

function ConnectButton() {
  const words = useStrings().accounts;
  const keyOf = useKeyLabel();
  return (
    <Button asChild look="primary">
      <Link href={connectPath}>
        {words.connect}
        <Kbd inverse>{keyOf("write.compose")}</Kbd>
      </Link>
    </Button>
  );
}

function NoAccounts({ mayConnect }: { mayConnect: boolean }) {
  const words = useStrings().accounts;
  return (
    <Card>
      <EmptyState
        icon={AtSign}
        title={words.empty.title}
        text={mayConnect ? words.empty.text : words.empty.textForAgent}
        action={
          mayConnect && (
            <Button asChild look="primary">
              <Link href={connectPath}>{words.connect}</Link>
            </Button>
          )
        }
      />
    </Card>
  );
}
