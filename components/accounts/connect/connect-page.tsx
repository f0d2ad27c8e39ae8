"use client";

import { useRouter } from "next/navigation";
import { useStrings } from "../../language/use-strings.ts";
import { SettingsPage } from "../../settings/settings-page.tsx";
import { Banner } from "../../ui/banner.tsx";
import { useMayConnect } from "../use-may-connect.ts";
import { ReturnedForm } from "./returned-form.tsx";

/** From an address to mail that flows in, in three steps. */
export function ConnectPage() {
  const strings = useStrings();
  const words = strings.accounts.connectForm;
  const mayConnect = useMayConnect();
  const router = useRouter();
  return (
    <SettingsPage
      title={words.title}
      text={words.text}
      back={{ href: "/settings/accounts", label: strings.settings.pages.accounts }}
      isNarrow
    >
      {mayConnect ? (
        <ReturnedForm onConnected={({ id }) => router.push(`/settings/accounts/${id}`)} />
      ) : (
        <Banner tone="info">{words.mayNot.text}</Banner>
      )}
    </SettingsPage>
  );
}
