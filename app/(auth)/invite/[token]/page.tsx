import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { readInvitation } from "#server/queries/agents/read-invitation";
import { readWorkspace } from "#server/queries/workspace/read-workspace";
import { AcceptForm } from "@/components/auth/accept-form";
import { AuthCard } from "@/components/auth/auth-card";
import { LinkEnded } from "@/components/auth/link-ended";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).auth.invite.title });

type InvitePageProps = { params: Promise<{ token: string }> };

/** Where invitations and password links lead: both let somebody choose a password. */
export default async function InvitePage({ params }: InvitePageProps) {
  const words = (await pageStrings()).auth;
  const { token } = await params;
  const invitation = await readInvitation(token);
  if (!invitation || invitation.kind === "setup") return <LinkEnded {...words.invite.ended} />;
  const { kind, emailAddress, name } = invitation;
  const workspace = await readWorkspace();
  return (
    <AuthCard
      title={kind === "invite" ? words.invite.heading(workspace.name) : words.reset.heading}
      text={kind === "invite" ? words.invite.text(emailAddress) : words.reset.text(emailAddress)}
    >
      <AcceptForm token={token} kind={kind} emailAddress={emailAddress} name={name} />
    </AuthCard>
  );
}
