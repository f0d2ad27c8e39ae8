"use client";

import { Mail } from "lucide-react";
import type { ReactNode } from "react";
import { useStrings } from "../language/use-strings.ts";

export type ProductCardProps = {
  title: string;
  text?: ReactNode;
  /** Between the product's name and the card. */
  above?: ReactNode;
  children: ReactNode;
};

/** Whose page this is, and the one card on it. */
export function ProductCard({ title, text, above, children }: ProductCardProps) {
  const strings = useStrings();
  return (
    <>
      <div className="mb-6 flex items-center gap-2.5">
        <span className="grid size-7 place-items-center rounded-md bg-ink text-ground">
          <Mail aria-hidden className="stroke-2!" />
        </span>
        <b className="text-base">{strings.product}</b>
      </div>
      {above}
      <div className="rounded-lg border border-line bg-surface p-6 shadow-float max-pair:p-5">
        <h1 className="text-xl tracking-[-0.01em]">{title}</h1>
        {text !== undefined && <p className="mt-1 text-pretty text-ink-2">{text}</p>}
        <div className="mt-5 flex flex-col gap-4">{children}</div>
      </div>
    </>
  );
}
