"use client";

import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { isTourDue, tourEnded } from "#lib/first-minutes";
import { meOptions } from "#lib/query/agents";
import { useChangeMe } from "#lib/query/change-me";
import { useInboxLocation } from "../inbox/use-inbox-location.ts";
import { useIsPaired } from "../inbox/use-is-paired.ts";
import { tourHints } from "./tour-hints.ts";
import { later } from "../ui/later.tsx";

const TourPopover = later(async () => (await import("./tour-popover.tsx")).TourPopover);

/**
 * Three hints for who is new here, once: the server keeps that they were seen. While a conversation is open, and where there is one pane
 * at a time, they wait.
 */
export function Tour() {
  const { data: me } = useQuery(meOptions());
  const { conversationId } = useInboxLocation();
  const isPaired = useIsPaired();
  const change = useChangeMe();
  const [step, setStep] = useState(0);
  const hint = tourHints[step];
  if (!me || !hint || !isTourDue(me.preferences) || !isPaired || conversationId !== null) return null;
  const isLast = step === tourHints.length - 1;
  const end = () => {
    setStep(0);
    change.mutate({ preferences: tourEnded });
  };
  return (
    <Suspense>
      <TourPopover
        key={hint.name}
        hint={hint}
        step={step}
        onNext={isLast ? end : () => setStep(step + 1)}
        onEnd={end}
      />
    </Suspense>
  );
}
