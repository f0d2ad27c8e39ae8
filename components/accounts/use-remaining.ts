"use client";

import { useEffect, useState } from "react";

type Sample = { at: number; done: number };

const samplesMax = 20;
const judgeAfterMs = 2000;

/** How long the rest will take at the pace seen on this page so far; null until there is a pace. */
export function useRemainingMs(done: number, total: number): number | null {
  const [samples, setSamples] = useState<Sample[]>([]);
  useEffect(() => {
    const sample = { at: performance.now(), done };
    const timer = setTimeout(() => setSamples((seen) => [...seen.slice(1 - samplesMax), sample]));
    return () => clearTimeout(timer);
  }, [done]);
  return remainingMs(samples, total);
}

function remainingMs(samples: Sample[], total: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < judgeAfterMs || last.done <= first.done || total <= last.done)
    return null;
  const perMs = (last.done - first.done) / (last.at - first.at);
  return (total - last.done) / perMs;
}
