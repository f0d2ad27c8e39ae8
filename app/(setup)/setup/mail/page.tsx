import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { MailScreen } from "@/components/setup/mail-screen";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).setup.steps.mail });

export default function SetupMailPage() {
  return <MailScreen />;
}
