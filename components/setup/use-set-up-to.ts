"use client";

import { useRouter } from "next/navigation";
import { setUpEntirely, type SetupStep } from "#lib/first-minutes";
import { useChangeMe } from "#lib/query/change-me";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { setupPath } from "./setup-steps.tsx";

/** Goes to a screen of the setup, or to the inbox when it is done; the server keeps where one was, so that a closed tab costs nothing. */
export function useSetUpTo() {
  const change = useChangeMe();
  const tellFailure = useTellFailure();
  const router = useRouter();
  const goTo = (step: SetupStep | null) => {
    const preferences = step === null ? setUpEntirely : { setupStep: step };
    change.mutate(
      { preferences },
      {
        onSuccess: () => (step === null ? window.location.assign("/inbox/open") : router.push(setupPath(step))),
        onError: tellFailure,
      },
    );
  };
  return { goTo, isBusy: change.isPending };
}
