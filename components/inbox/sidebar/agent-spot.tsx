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
  const button = <AgentButton onClick={() => setIsOpen(true)} />;
  return (
    <Suspense fallback={button}>
      {isLater || isOpen ? <AgentMenu isOpen={isOpen} onOpenChange={setIsOpen} /> : button}
    </Suspense>
  );
}
