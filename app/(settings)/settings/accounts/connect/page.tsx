import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setupStepOf } from "#lib/first-minutes";
import { requireAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { readMe } from "#server/queries/agents/read-me";
import { ConnectPage } from "@/components/accounts/connect/connect-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await pageStrings()).accounts.connectForm.title,
});

type ConnectAccountPageProps = { searchParams: Promise<{ signIn?: string | string[] }> };

/** Providers lead back here; who left from the setup goes on there. */
export default async function ConnectAccountPage({ searchParams }: ConnectAccountPageProps) {
  const { signIn } = await searchParams;
  if (typeof signIn === "string") {
    const { preferences } = await readMe(await requireAgent());
    if (setupStepOf(preferences) === "mail") redirect(`/setup/mail?signIn=${encodeURIComponent(signIn)}`);
  }
  return <ConnectPage />;
}
