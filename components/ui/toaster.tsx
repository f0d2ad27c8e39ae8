"use client";

import { Toaster as Sonner } from "sonner";
import { useEffect } from "react";
import { useStrings } from "../language/use-strings.ts";
import { toasterIsThere, toastsMax } from "./toast.ts";

/** Where toasts appear; tell one with `toast`. */
export function Toaster() {
  const strings = useStrings();
  useEffect(toasterIsThere, []);
  return (
    <Sonner
      position="bottom-left"
      // Every language spoken here runs this way. Left to itself it asks the page each time it is drawn, which lays the page out.
      dir="ltr"
      containerAriaLabel={strings.common.notifications}
      visibleToasts={toastsMax}
      gap={8}
      offset={{ bottom: 56, left: 12 }}
      mobileOffset={{ bottom: 64 }}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[22rem] max-w-[calc(100vw-2rem)] items-center gap-3 rounded-lg bg-ink px-4 py-2.5 text-sm text-ground shadow-float",
          content: "min-w-0 grow",
          description: "text-xs opacity-75",
          icon: "hidden",
          actionButton:
            "shrink-0 rounded-md px-2 py-1 font-strong underline-offset-2 hover:underline focus-visible:outline-current",
          cancelButton: "shrink-0 rounded-md px-2 py-1 opacity-80 hover:opacity-100 focus-visible:outline-current",
        },
      }}
    />
  );
}
