import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { InboxScreen } from "@/components/setup/inbox-screen";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).setup.steps.inbox });

export default function SetupInboxPage() {
  return <InboxScreen />;
}
