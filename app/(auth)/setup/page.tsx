import type { Metadata } from "next";
import { strings } from "#lib/strings/strings";
import { needsSetup } from "#server/queries/agents/needs-setup";
import { readInvitation } from "#server/queries/agents/read-invitation";
import { AuthCard } from "@/components/auth/auth-card";
import { LinkEnded } from "@/components/auth/link-ended";
import { SetupForm } from "@/components/auth/setup-form";

const words = strings.auth.setup;

export const metadata: Metadata = { title: words.title };

type SetupPageProps = { searchParams: Promise<{ token?: string | string[] }> };

/** The one-time link that the server printed leads here. */
export default async function SetupPage({ searchParams }: SetupPageProps) {
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
