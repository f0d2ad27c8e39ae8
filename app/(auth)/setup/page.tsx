import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { needsSetup } from "#server/queries/agents/needs-setup";
import { readInvitation } from "#server/queries/agents/read-invitation";
import { AuthCard } from "@/components/auth/auth-card";
import { LinkEnded } from "@/components/auth/link-ended";
import { SetupForm } from "@/components/auth/setup-form";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).auth.setup.title });

type SetupPageProps = { searchParams: Promise<{ token?: string | string[] }> };

/** The one-time link that the server printed leads here. */
export default async function SetupPage({ searchParams }: SetupPageProps) {
  const words = (await pageStrings()).auth.setup;
  const { token } = await searchParams;
  if (!(await needsSetup())) return <LinkEnded {...words.done} />;
  const invitation = typeof token === "string" ? await readInvitation(token) : undefined;
  if (typeof token !== "string" || invitation?.kind !== "setup") return <LinkEnded {...words.ended} />;
  return (
    <AuthCard title={words.heading} text={words.text}>
      <SetupForm token={token} />
    </AuthCard>
  );
}
