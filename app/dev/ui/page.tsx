import type { Metadata } from "next";
import { requireAgent } from "#server/auth/current-agent";
import { AllWords } from "@/components/language/all-words";
import { Gallery } from "@/components/gallery/gallery";

export const metadata: Metadata = { title: "Components" };

/** Linked from nowhere: every component in every state, for who works on them and for the pictures. */
export default async function GalleryPage() {
  await requireAgent();
  return (
    <AllWords>
      <Gallery />
    </AllWords>
  );
}
