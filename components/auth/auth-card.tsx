"use client";

import { ProductCard, type ProductCardProps } from "./product-card.tsx";

/** The one card of a page for people who are not signed in. */
export function AuthCard(props: Omit<ProductCardProps, "above">) {
  return (
    <main className="grid min-h-dvh place-items-center bg-ground px-4 py-8">
      <div className="w-full max-w-[22.5rem] max-pair:self-start max-pair:pt-[8vh]">
        <ProductCard {...props} />
      </div>
    </main>
  );
}
