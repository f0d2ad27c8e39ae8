import type { TokenEndpointResponse } from "openid-client";
import { now } from "../clock.ts";

export type Tokens = {
  accessToken: string;
  expiresAt: Date;
  /** Absent when the one there is stays good. */
  refreshToken?: string;
  scope: string;
};

/** A server that does not say how long (RFC 6749 §5.1) is asked again after an hour. */
const usualSeconds = 3600;

/** @param asked the scopes there were, which a server need not repeat */
export function tokensFrom(response: TokenEndpointResponse, asked: string): Tokens {
  return {
    accessToken: response.access_token,
    expiresAt: new Date(now().getTime() + (response.expires_in ?? usualSeconds) * 1000),
    scope: response.scope ?? asked,
    ...(response.refresh_token && { refreshToken: response.refresh_token }),
  };
}
