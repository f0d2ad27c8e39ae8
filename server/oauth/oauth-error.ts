import type { OauthProblemCode } from "#lib/contracts/oauth-problem";

/**
 * Why there is no access token. In our own words, without a cause: a library's error carries the request, and with it the secrets.
 */
export class OauthError extends Error {
  readonly code: OauthProblemCode;
  readonly retryAfterMs: number | null;

  constructor(code: OauthProblemCode, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = "OauthError";
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** It passes by itself: nobody has to do anything. */
  get isTransient(): boolean {
    return this.code === "oauth_unavailable";
  }
}
