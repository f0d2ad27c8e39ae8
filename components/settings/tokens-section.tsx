"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import type { ApiToken } from "#lib/contracts/agent";
import { tokensOptions, useRevokeToken } from "#lib/query/change-me";
import { useStrings } from "../language/use-strings.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dotted } from "../ui/dotted.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Time } from "../ui/time.tsx";
import { Setting } from "./find/setting.tsx";
import { AddButton } from "./add-button.tsx";
import { AddTokenDialog } from "./add-token-dialog.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { ReadState } from "./read-state.tsx";
import { SettingsSection } from "./settings-section.tsx";
import { useTellFailure } from "./use-tell-failure.ts";

export function TokensSection() {
  const words = useStrings().settings.security;
  const tokens = useQuery(tokensOptions());
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Setting name="tokens">
      <SettingsSection
        title={words.tokens}
        text={words.tokensText}
        action={tokens.data?.length !== 0 && <Button onClick={() => setIsAdding(true)}>{words.addToken}</Button>}
      >
        <ReadState query={tokens}>
          {(items) => (
            <Card>
              {items.length === 0 ? (
                <EmptyState
                  icon={KeyRound}
                  title={words.noTokens.title}
                  text={words.noTokens.text}
                  action={<AddButton onAdd={() => setIsAdding(true)}>{words.addToken}</AddButton>}
                  className="py-8"
                />
              ) : (
                <ul>
                  {items.map((token) => (
                    <TokenRow key={token.id} token={token} />
                  ))}
                </ul>
              )}
            </Card>
          )}
        </ReadState>
        {isAdding && <AddTokenDialog onClose={() => setIsAdding(false)} />}
      </SettingsSection>
    </Setting>
  );
}

function TokenRow({ token }: { token: ApiToken }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.settings.security;
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useRevokeToken();
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-0">
      <div className="min-w-0 grow">
        <p className="flex items-center gap-2 text-ink">
          <span className="truncate">{token.name}</span>
          <Badge>{words.scopes[token.scope].label}</Badge>
        </p>
        <Dotted
          className="text-xs text-ink-3"
          parts={[
            <>
              {words.since} <Time instant={token.createdAt} isWithin />
            </>,
            token.lastUsedAt === null ? (
              words.neverUsed
            ) : (
              <>
                {words.lastUsed} <Time instant={token.lastUsedAt} isWithin form="full" />
              </>
            ),
          ]}
        />
      </div>
      <Button aria-label={words.revokeLabel(token.name)} onClick={() => setIsAsking(true)}>
        {words.revoke}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={words.revokeTitle(token.name)}
        action={words.revoke}
        onConfirm={() => void revoke.mutateAsync(token).catch(tellFailure)}
      >
        <p>{words.revokeText}</p>
      </ConfirmDialog>
    </li>
  );
}
