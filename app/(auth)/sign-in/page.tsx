import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { strings } from "#lib/strings/strings";
import { currentAgent } from "#server/auth/current-agent";
import { returnPath } from "#server/auth/return-path";
import { needsSetup } from "#server/queries/agents/needs-setup";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Banner } from "@/components/ui/banner";

const words = strings.auth.signIn;

export const metadata: Metadata = { title: words.title };

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, email } = await searchParams;
  const path = returnPath(next);
  if (await currentAgent()) redirect(path);
  const isSetUp = !(await needsSetup());
  return (
    <AuthCard title={words.heading}>
      {!isSetUp && <Banner tone="warn">{words.notSetUp}</Banner>}
      <SignInForm next={path} emailAddress={typeof email === "string" ? email : ""} />
      <p className="text-xs text-ink-3">{words.forgotten}</p>
    </AuthCard>
  );
}
