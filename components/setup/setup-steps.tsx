"use client";

import Link from "next/link";
import { cn } from "#lib/cn";
import { setupSteps, type SetupStep } from "#lib/first-minutes";
import { useStrings } from "../language/use-strings.ts";
import { Dotted } from "../ui/dotted.tsx";

const all = ["you", ...setupSteps] as const;

export type SetupScreen = (typeof all)[number];

/** How far one is; what is done can be gone back to, except for who one is. */
export function SetupSteps({ screen }: { screen: SetupScreen }) {
  const words = useStrings().setup;
  const current = all.indexOf(screen);
  return (
    <nav aria-label={words.progress} className="flex flex-col gap-2">
      <p className="text-xs text-ink-3">
        <Dotted
          parts={[
            words.stepOf(current + 1, all.length),
            <span key="step" className="text-ink-2">
              {words.steps[screen]}
            </span>,
          ]}
        />
      </p>
      <ol className="flex gap-1.5">
        {all.map((step, index) => (
          <li key={step} aria-current={index === current ? "step" : undefined} className="grow basis-0">
            {step !== "you" && index < current ? (
              <Link
                href={setupPath(step)}
                aria-label={words.steps[step]}
                title={words.steps[step]}
                className="block py-2.5"
              >
                <Bar isReached />
              </Link>
            ) : (
              <span className="block py-2.5">
                <Bar isReached={index <= current} />
                <span className="sr-only">{words.steps[step]}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export const setupPath = (step: SetupStep) => `/setup/${step}`;

function Bar({ isReached }: { isReached: boolean }) {
  return <span aria-hidden className={cn("block h-1 rounded-sm", isReached ? "bg-accent" : "bg-line-strong")} />;
}
