"use client";

import { useEffect, useState, type SyntheticEvent } from "react";
import { handleShortcut, useShortcutRegistry } from "../command/shortcuts.tsx";
import { useSayTime } from "./use-say-time.ts";
import { attachFrame, type AttachedFrame } from "./attach-frame.ts";

const heightAtFirst = 96;

/** Keeps a mail's frame as tall as what it holds, with what it quotes folded until asked for. */
export function useFrame() {
  const registry = useShortcutRegistry();
  const sayTime = useSayTime();
  const [frame, setFrame] = useState<AttachedFrame | null>(null);
  const [height, setHeight] = useState(heightAtFirst);
  const [showsQuote, setShowsQuote] = useState(false);

  const handleLoad = (event: SyntheticEvent<HTMLIFrameElement>) =>
    setFrame(
      attachFrame(event.currentTarget, {
        onHeight: setHeight,
        onKeyDown: (key) => handleShortcut(registry, key),
        sayTime,
      }),
    );
  useEffect(() => () => frame?.detach(), [frame]);
  useEffect(() => frame?.showQuotes(showsQuote), [frame, showsQuote]);

  return { height, hasQuote: frame?.hasQuotes ?? false, showsQuote, setShowsQuote, handleLoad };
}
