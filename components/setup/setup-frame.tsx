"use client";

import { ProductCard, type ProductCardProps } from "../auth/product-card.tsx";
import { Announcer } from "../ui/announcer.tsx";
import { SetupSteps, type SetupScreen } from "./setup-steps.tsx";

export type SetupFrameProps = Omit<ProductCardProps, "above"> & { screen: SetupScreen };

/** The one frame of the four screens between the printed link and the inbox. */
export function SetupFrame({ screen, ...card }: SetupFrameProps) {
  return (
    <main className="min-h-dvh bg-ground px-4 py-8 max-pair:py-5">
      <div className="mx-auto w-full max-w-[32rem] pair:pt-[6vh]">
        <ProductCard
          {...card}
          above={
            <div className="mb-3">
              <SetupSteps screen={screen} />
            </div>
          }
        />
      </div>
      <Announcer />
    </main>
  );
}
