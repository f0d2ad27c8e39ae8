import { env } from "../env.ts";
import { AppError } from "../errors.ts";

/**
 * A browser may write from our own pages only: `Origin` must equal APP_URL; missing and `null` are refused (security: T21). Reading
 * for another site's page is refused too where the browser tells of it.
 */
export function checkOrigin(request: Request): void {
  if (request.headers.get("sec-fetch-site") === "cross-site")
    throw new AppError("bad_origin", "Another site's page may not ask here.");
  if (request.method === "GET" || request.method === "HEAD") return;
  if (request.headers.get("origin") !== env().APP_URL)
    throw new AppError("bad_origin", `Only pages of ${env().APP_URL} may ask for this.`);
}
