import { env } from "../env.ts";

export const isHttps = () => env().APP_URL.startsWith("https:");

/** `__Host-`: bound to this very host, https only (RFC 6265bis §4.1.3.2). */
export const cookieName = (name: "session" | "csrf" | "callback") => `${isHttps() ? "__Host-" : ""}postroom.${name}`;
