import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentAgent } from "#server/auth/current-agent";
import { returnPath } from "#server/auth/return-path";
import { pageStrings } from "#server/http/page-strings";
import { needsSetup } from "#server/queries/agents/needs-setup";
import { AuthCard } from "@/components/auth/auth-card";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Banner } from "@/components/ui/banner";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).auth.signIn.title });

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const words = (await pageStrings()).auth.signIn;
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
