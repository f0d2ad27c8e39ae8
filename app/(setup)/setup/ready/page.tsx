import type { Metadata } from "next";
import { pageStrings } from "#server/http/page-strings";
import { ReadyScreen } from "@/components/setup/ready-screen";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await pageStrings()).setup.steps.ready });

export default function SetupReadyPage() {
  return <ReadyScreen />;
}
