"use client";

import { useEffect, useRef, useState, type RefObject } from "react";

/** Whether a place has come into sight, or as near to it as `margin` says; once it has, it stays so. */
export function useSeen(
  margin = "0px",
  isSeenAlready = false,
): [place: RefObject<HTMLDivElement | null>, isSeen: boolean] {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setIsSeen] = useState(isSeenAlready);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setIsSeen(true),
      { rootMargin: margin },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [margin]);
  return [place, isSeen];
}
