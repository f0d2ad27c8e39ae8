/** Lets this browser show a page of its own, in place of its usual one, when a page is opened without a network. */
export async function keepOfflinePage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  // Where it is not to be had, as in some private windows, everything else works as before.
  await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
}

/** At the end of a session nothing of it stays: neither the worker nor what it kept. */
export async function forgetOfflinePage(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations().catch(() => []);
  await Promise.all(registrations.map((registration) => registration.unregister()));
  await caches.delete("postroom-offline").catch(() => false);
}
