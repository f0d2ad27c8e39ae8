import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentAgent } from "#server/auth/current-agent";
import { pageStrings } from "#server/http/page-strings";
import { needsSetup } from "#server/queries/agents/needs-setup";
import { readInvitation } from "#server/queries/agents/read-invitation";
import { LinkEnded } from "@/components/auth/link-ended";
import { SetupFrame } from "@/components/setup/setup-frame";
import { YouForm } from "@/components/setup/you-form";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).auth.setup.title });

type SetupPageProps = { searchParams: Promise<{ token?: string | string[] }> };

/** The one-time link that the server printed leads here. */
export default async function SetupPage({ searchParams }: SetupPageProps) {
  const words = (await pageStrings()).auth.setup;
  const { token } = await searchParams;
  if (!(await needsSetup())) {
    // Whoever used it and comes back to it goes on where they were.
    if (await currentAgent()) redirect("/");
    return <LinkEnded {...words.done} />;
  }
  const invitation = typeof token === "string" ? await readInvitation(token) : undefined;
  if (typeof token !== "string" || invitation?.kind !== "setup") return <LinkEnded {...words.ended} />;
  return (
    <SetupFrame screen="you" title={words.heading} text={words.text}>
      <YouForm token={token} />
    </SetupFrame>
  );
}
