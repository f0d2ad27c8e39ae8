"use client";

import { Suspense, useState } from "react";
import { useLater } from "../../ui/use-later.ts";
import { AgentButton } from "./agent-button.tsx";
import { later } from "../../ui/later.tsx";

const AgentMenu = later(async () => (await import("./agent-menu.tsx")).AgentMenu);

/** Who is signed in, with their menu once it is loaded; a click before that is not lost. */
export function AgentSpot() {
  const isLater = useLater();
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  // The menu's own button may take the place of this one while it is held down, and neither would be clicked.
  const button = (
    <AgentButton onPointerDown={(event) => event.button === 0 && !event.ctrlKey && open()} onClick={open} />
  );
  return (
    <Suspense fallback={button}>
      {isLater || isOpen ? <AgentMenu isOpen={isOpen} onOpenChange={setIsOpen} /> : button}
    </Suspense>
  );
}
