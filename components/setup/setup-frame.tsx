"use client";

import { Mail } from "lucide-react";
import type { ReactNode } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Announcer } from "../ui/announcer.tsx";
import { SetupSteps, type SetupScreen } from "./setup-steps.tsx";

export type SetupFrameProps = { screen: SetupScreen; title: string; text: string; children: ReactNode };

/** The one frame of the four screens between the printed link and the inbox. */
export function SetupFrame({ screen, title, text, children }: SetupFrameProps) {
  const strings = useStrings();
  return (
    <main className="min-h-dvh bg-ground px-4 py-8 max-pair:py-5">
      <div className="mx-auto w-full max-w-[32rem] pair:pt-[6vh]">
        <div className="mb-5 flex items-center gap-2.5">
          <span className="grid size-7 place-items-center rounded-md bg-ink text-ground">
            <Mail aria-hidden className="stroke-2!" />
          </span>
          <b className="text-base">{strings.product}</b>
        </div>
        <SetupSteps screen={screen} />
        <div className="mt-3 rounded-lg border border-line bg-surface p-6 shadow-float max-pair:p-5">
          <h1 className="text-xl tracking-[-0.01em]">{title}</h1>
          <p className="mt-1 text-ink-2">{text}</p>
          <div className="mt-5 flex flex-col gap-4">{children}</div>
        </div>
      </div>
      <Announcer />
    </main>
  );
}
