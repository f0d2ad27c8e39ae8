import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { NextRequest } from "next/server";
import { identify } from "../auth/identify.ts";
import { nextAuthOptions } from "../auth/next-auth-options.ts";
import { env } from "../env.ts";
import { AppError, isAppError } from "../errors.ts";
import { clientAddress } from "./client-address.ts";
import { readText } from "./input.ts";
import { checkOrigin } from "./origin.ts";
import { problemResponse } from "./problem.ts";

type Acts = {
  signIn: (given: {
    emailAddress: string;
    password: string;
    ipAddress: string;
    userAgent: string;
    replacedSessionId: string | null;
  }) => Promise<{ sessionId: string } | undefined>;
  signOut: (sessionId: string) => Promise<void>;
};

type Handler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

const bodyMaxBytes = 20_000;

/** next-auth behind the same origin check, size limit and problems as every route. */
export function nextAuthHandler({ signIn, signOut }: Acts): Handler {
  return async (request, context) => {
    const requestId = randomUUID();
    // next-auth turns what `authorize` throws into a redirect, and would lose when to come back.
    let failure: unknown;
    try {
      checkOrigin(request);
      const identity = await identify(request.headers);
      const options = nextAuthOptions({
        signOut,
        signIn: async (credentials) => {
          const started = await signIn({
            ...credentials,
            ipAddress: clientAddress(request.headers),
            userAgent: request.headers.get("user-agent") ?? "",
            replacedSessionId: identity?.via === "session" ? identity.sessionId : null,
          }).catch((error: unknown) => {
            failure = error;
            throw error;
          });
          return started?.sessionId ?? null;
        },
      });
      const response: Response = await NextAuth(await limited(request), context, options);
      return failure === undefined ? response : problemResponse(withUrl(failure), requestId);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

/** next-auth reads bodies of any size. */
async function limited(request: NextRequest): Promise<NextRequest> {
  if (request.method !== "POST") return request;
  const body = await readText(request, bodyMaxBytes);
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

/** next-auth's client reads the outcome of a sign-in from this member. */
function withUrl(error: unknown): unknown {
  if (!isAppError(error)) return error;
  const url = `${env().APP_URL}/sign-in?error=${error.code}`;
  return new AppError(error.code, error.message, { ...error.details, extra: { url } });
}
