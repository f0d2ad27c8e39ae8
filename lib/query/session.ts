import { z } from "zod";
import { ApiError } from "./api-error.ts";
import { get } from "./api.ts";
import { forgetOfflinePage } from "./offline-page.ts";

/** Ends this session on the server and in the browser. */
export async function signOut(): Promise<void> {
  const { csrfToken } = await get("/api/auth/csrf", z.object({ csrfToken: z.string() }));
  const response = await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  if (!response.ok) throw new ApiError({ status: response.status, code: "internal", detail: "" });
  await forgetOfflinePage();
}
