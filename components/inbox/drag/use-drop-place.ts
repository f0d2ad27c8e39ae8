"use client";

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import type { Act } from "#lib/query/act";
import { useLater } from "../../ui/use-later.ts";
import { useTriage } from "../use-triage.ts";

/** Makes a place of the sidebar take dragged rows: `act` is done to them there. Without one it takes nothing. */
export function useDropPlace<Place extends HTMLElement>(
  act: Act | undefined,
): { ref: RefObject<Place | null>; isOver: boolean } {
  const ref = useRef<Place>(null);
  const isLater = useLater();
  const [isOver, setIsOver] = useState(false);
  const { perform } = useTriage();
  const drop = useEffectEvent((ids: number[]) => act && perform(act, ids));
  const takes = act !== undefined;
  useEffect(() => {
    const element = ref.current;
    if (!isLater || !takes || !element) return undefined;
    let end: (() => void) | null | undefined;
    const begin = async () => {
      const { makeDropPlace } = await import("./drag-and-drop.ts");
      if (end !== null) end = makeDropPlace({ element, onOver: setIsOver, onDrop: (ids) => drop(ids) });
    };
    void begin();
    return () => {
      end?.();
      end = null;
    };
  }, [isLater, takes]);
  return { ref, isOver };
}
