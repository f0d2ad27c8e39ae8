/*
 * What is shown where a page should be and the network is not. It keeps that one page and nothing else: no answer of the API, no page
 * of anybody's mail. Registered for who is signed in, taken away when they sign out (lib/query/offline-page.ts).
 */
const cacheName = "postroom-offline";
const offlinePath = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]));
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  const isPage = !new URL(event.request.url).pathname.startsWith("/api/");
  event.respondWith(isPage ? asked(event).catch(offlinePage) : asked(event));
});

/**
 * The browser asks while this worker is still starting, where it knows how (Service Workers, section 3.4.2). What it asked for is
 * never asked for again, of the API neither: a provider's callback counts once, and a file need not be read twice.
 */
async function asked(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

async function keepOfflinePage() {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(offlinePath, { cache: "reload" }));
}

async function offlinePage() {
  return (await caches.match(offlinePath, { cacheName })) ?? Response.error();
}
