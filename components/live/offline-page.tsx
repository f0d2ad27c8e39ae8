"use client";

import { useEffect } from "react";
import { keepOfflinePage } from "#lib/query/offline-page";

/** For who is signed in. */
export function OfflinePage() {
  useEffect(() => void keepOfflinePage(), []);
  return null;
}
