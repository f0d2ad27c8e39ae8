import { ApiError } from "./api-error.ts";
import { get } from "./api.ts";
import { forgetOfflinePage } from "./offline-page.ts";

/** Ends this session on the server and in the browser. */
export async function signOut(): Promise<void> {
  await forgetMail();
  const { csrfToken } = await get("/api/auth/csrf", "csrf");
  const response = await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  if (!response.ok) throw new ApiError({ status: response.status, code: "internal", detail: "" });
  await forgetOfflinePage();
}

/** Where a composer keeps what is not saved yet. */
export const mirrorPrefix = "postroom.draft.";

/** Takes what was read and written out of this browser: whoever comes next shall find nothing. */
export async function forgetMail(): Promise<void> {
  const { clearCache } = await import("./persisted-cache.ts");
  await clearCache();
  for (const key of Object.keys(localStorage)) if (key.startsWith(mirrorPrefix)) localStorage.removeItem(key);
}
