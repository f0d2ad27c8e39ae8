/** What people do before they are signed in: sign in, set up, accept a link. */
import { z } from "zod";
import type { AcceptInvitation, SetUp } from "../contracts/agent.ts";
import { ApiError } from "./api-error.ts";
import { get, problemOf, send } from "./api.ts";

export type Credentials = { emailAddress: string; password: string };

/** @throws ApiError `unauthenticated` for a wrong password, an unknown address and a closed account alike */
export async function signIn({ emailAddress, password }: Credentials): Promise<void> {
  const { csrfToken } = await get("/api/auth/csrf", z.object({ csrfToken: z.string() }));
  const response = await fetch("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, emailAddress, password, json: "true" }),
  });
  if (response.status === 401) throw new ApiError({ status: 401, code: "unauthenticated", detail: "" });
  if (!response.ok) throw await problemOf(response);
}

export function setUp(given: SetUp): Promise<void> {
  return send("POST", "/api/setup", given);
}

export function acceptInvitation(given: AcceptInvitation): Promise<void> {
  return send("POST", "/api/invitations/accept", given);
}
