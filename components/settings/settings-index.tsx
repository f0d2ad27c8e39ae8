"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useStrings } from "../language/use-strings.ts";

const pairQuery = "(min-width: 54rem)";

/** Where there is room for two panes, the list of settings never stands alone. */
export function SettingsIndex() {
  const strings = useStrings();
  const router = useRouter();
  useEffect(() => {
    const list = window.matchMedia(pairQuery);
    const open = () => list.matches && router.replace("/settings/accounts");
    open();
    list.addEventListener("change", open);
    return () => list.removeEventListener("change", open);
  }, [router]);
  return (
    <main className="grow bg-surface max-pair:grow-0 max-pair:bg-ground max-pair:px-5 max-pair:pt-5">
      <h1 className="text-xl tracking-[-0.01em] pair:sr-only">{strings.settings.title}</h1>
    </main>
  );
}
