"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { Language } from "#lib/contracts/vocabulary";
import { useChangeMe } from "#lib/query/change-me";
import { useTellFailure } from "./use-tell-failure.ts";

/** @returns what changes one's language; null: as the browser asks for it */
export function useChangeLanguage(): (language: Language | null) => void {
  const tellFailure = useTellFailure();
  const change = useChangeMe();
  const router = useRouter();
  const [, startTransition] = useTransition();
  return (language) =>
    change.mutate(
      { language },
      // The server writes the page anew in the language; it changes in one go when the words are here.
      { onSuccess: () => startTransition(() => router.refresh()), onError: tellFailure },
    );
}
