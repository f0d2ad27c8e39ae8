"use client";

import { Mail } from "lucide-react";
import type { ReactNode } from "react";
import { useStrings } from "../language/use-strings.ts";

export type AuthCardProps = { title: string; text?: ReactNode; children: ReactNode };

/** The one card of a page for people who are not signed in. */
export function AuthCard({ title, text, children }: AuthCardProps) {
  const strings = useStrings();
  return (
    <main className="grid min-h-dvh place-items-center bg-ground px-4 py-8">
      <div className="w-full max-w-[22.5rem] max-pair:self-start max-pair:pt-[8vh]">
        <div className="mb-6 flex items-center gap-2.5">
          <span className="grid size-7 place-items-center rounded-md bg-ink text-ground">
            <Mail aria-hidden className="stroke-2!" />
          </span>
          <b className="text-base">{strings.product}</b>
        </div>
        <div className="rounded-lg border border-line bg-surface p-6 shadow-float max-pair:p-5">
          <h1 className="text-xl tracking-[-0.01em]">{title}</h1>
          {text !== undefined && <p className="mt-1 text-ink-2">{text}</p>}
          <div className="mt-5 flex flex-col gap-4">{children}</div>
        </div>
      </div>
    </main>
  );
}
