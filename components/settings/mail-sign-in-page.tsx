"use client";

import { useQuery } from "@tanstack/react-query";
import type { OauthProvider } from "#lib/contracts/oauth";
import { oauthProvidersOptions } from "#lib/query/oauth";
import { useStrings } from "../language/use-strings.ts";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { CopyField } from "./copy-field.tsx";
import { ReadState } from "./read-state.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** What an admin clicks at each provider, with what to copy there. */
export function MailSignInPage() {
  const strings = useStrings();
  const providers = useQuery(oauthProvidersOptions());
  return (
    <SettingsPage title={strings.settings.pages["mail-sign-in"]} text={strings.oauth.setup.text} isNarrow>
      <ReadState query={providers}>
        {(all) => all.map((provider) => <ProviderSection key={provider.id} provider={provider} />)}
      </ReadState>
    </SettingsPage>
  );
}

function ProviderSection({ provider }: { provider: OauthProvider }) {
  const strings = useStrings();
  const words = strings.oauth.setup;
  const { id, name, isConfigured, missing, redirectUri, scopes } = provider;
  const isNameless = id === "generic" && !isConfigured;
  return (
    <SettingsSection
      title={isNameless ? words.genericName : name}
      action={<Badge tone={isConfigured ? "good" : "default"}>{isConfigured ? words.ready : words.missing}</Badge>}
    >
      <Card className="flex flex-col gap-4 px-4 py-3.5">
        {missing.length > 0 && (
          <p className="text-ink-2">{words.variables(new Intl.ListFormat(strings.locale).format(missing))}</p>
        )}
        <CopyField label={words.redirectUri} value={redirectUri} isQuiet />
        {scopes.length > 0 && <CopyField label={words.scopes} value={scopes.join(" ")} isQuiet />}
        <ol className="flex list-decimal flex-col gap-2 pl-5 text-ink-2 [overflow-wrap:anywhere]">
          {words[id].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
    </SettingsSection>
  );
}
