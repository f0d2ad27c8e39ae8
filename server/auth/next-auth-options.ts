/**
 * next-auth signs in and out; what a session is lives in the `sessions` table. Its token carries a row's id and nothing else, so that
 * nothing about an agent is ever read from a cookie.
 */
import type { AuthOptions, CookieOption } from "next-auth";
import { z } from "zod";
import { log } from "../log.ts";
import { cookieName, isHttps } from "./cookie-name.ts";
import { sessionAgeMaxMs, sessionSecret } from "./session-token.ts";

type Acts = {
  /** The new session's id; null when address and password do not belong together. */
  signIn: (credentials: { emailAddress: string; password: string }) => Promise<string | null>;
  signOut: (sessionId: string) => Promise<void>;
};

export function nextAuthOptions({ signIn, signOut }: Acts): AuthOptions {
  const maxAge = sessionAgeMaxMs / 1000;
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge },
    useSecureCookies: isHttps(),
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      {
        id: "credentials",
        name: "Password",
        type: "credentials",
        credentials: { emailAddress: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const credentials = Credentials.safeParse(given);
          const sessionId = credentials.success ? await signIn(credentials.data) : null;
          return sessionId ? { id: sessionId } : null;
        },
      },
    ],
    callbacks: {
      // `user` is there at sign-in only, and is what `authorize` answered.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token["sid"] }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token["sid"] === "string") await signOut(token["sid"]);
      },
    },
    // Its metadata may hold what somebody typed.
    logger: {
      error: (code) => log("auth").warn("next-auth could not answer.", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

const Credentials = z.object({ emailAddress: z.string(), password: z.string() });

function cookie(name: "session" | "csrf" | "callback"): CookieOption {
  return { name: cookieName(name), options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() } };
}
