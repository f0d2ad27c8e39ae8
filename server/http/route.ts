/**
 * What every route is made with: who asks, from where, with what; then one expression; then an answer or a problem.
 * The schemas that check are the ones that `GET /api/openapi.json` shows.
 */
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { TokenScope } from "#lib/contracts/vocabulary";
import type { Agent } from "../auth/agent.ts";
import { attendance } from "../attendance.ts";
import { identify, type Identity } from "../auth/identify.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { parseInput, readJson, readQuery } from "./input.ts";
import { checkOrigin } from "./origin.ts";
import { problemResponse } from "./problem.ts";

export type Access = "public" | "agent" | "admin";

export type RouteDefinition = {
  /** One line for the API's description. */
  summary?: string;
  params?: z.ZodType;
  query?: z.ZodType;
  /** JSON, checked; a route that reads another kind of body leaves it out and names `consumes`. */
  body?: z.ZodType;
  /** What the handler's value looks like; compared with it in tests. */
  response?: z.ZodType;
  /** Who may ask; an `agent` by default. */
  access?: Access;
  /** What a token needs: `read` for GET, `write` for the rest by default. */
  scope?: TokenScope;
  /** Of a good answer: 200 by default, 204 when the handler answers nothing. */
  status?: number;
  /** Media type of a good answer that is not JSON. */
  produces?: string;
  consumes?: string;
  /** 1 MB by default. */
  bodyMaxBytes?: number;
  /** Another site's page leads browsers here (GET only); what it brings proves itself. */
  isLandedOn?: boolean;
};

type Context = {
  agent: Agent | null;
  /** Null for a token and on public routes. */
  sessionId: string | null;
  params: unknown;
  query: unknown;
  body: unknown;
  request: Request;
  requestId: string;
};

export type Route = {
  (request: Request, context: { params: Promise<Record<string, string | string[] | undefined>> }): Promise<Response>;
  readonly definition: RouteDefinition;
};

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Answer<S> = S extends z.ZodType ? z.input<S> | Response | undefined : unknown;

/**
 * Makes a route handler. The handler's value is sent as JSON; undefined as 204; a `Response` as it is.
 * Anything thrown becomes problem+json. What one may not see is `AppError("not_found")`, never 403.
 */
export function route<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
  A extends Access = "agent",
>(
  definition: Omit<RouteDefinition, "params" | "query" | "body" | "response" | "access"> & {
    params?: P;
    query?: Q;
    body?: B;
    response?: R;
    access?: A;
  },
  handler: (context: {
    agent: A extends "public" ? null : Agent;
    sessionId: string | null;
    params: Output<P>;
    query: Output<Q>;
    body: Output<B>;
    request: Request;
    requestId: string;
  }) => Answer<R> | Promise<Answer<R>>,
): Route;
export function route(definition: RouteDefinition, handler: (context: Context) => unknown): Route {
  const respond: (...[request, context]: Parameters<Route>) => Promise<Response> = async (request, { params }) => {
    const requestId = randomUUID();
    try {
      const identity = definition.access === "public" ? null : await authenticate(request, definition);
      if (!identity && !request.headers.has("authorization") && !isLanding(definition, request)) checkOrigin(request);
      const given = await readInput(definition, request, await params);
      const agent = identity?.agent ?? null;
      const sessionId = identity?.via === "session" ? identity.sessionId : null;
      return await present(await handler({ agent, sessionId, ...given, request, requestId }), definition, requestId);
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
  return Object.assign(respond, { definition });
}

/** Fetch Metadata: a page that is gone to, and no script, image or frame of another site's page. */
function isLanding({ isLandedOn }: RouteDefinition, { method, headers }: Request): boolean {
  const isNavigation = (headers.get("sec-fetch-mode") ?? "navigate") === "navigate";
  const isPage = (headers.get("sec-fetch-dest") ?? "document") === "document";
  return isLandedOn === true && method === "GET" && isNavigation && isPage;
}

/** First who (401), then from where (403), then whether they may (403): nothing is told to strangers. */
async function authenticate(request: Request, definition: RouteDefinition): Promise<Identity> {
  const identity = await identify(request.headers);
  if (!identity) throw new AppError("unauthenticated", "Sign in, or send a valid token.");
  attendance().attend();
  const scope = definition.scope ?? (request.method === "GET" || request.method === "HEAD" ? "read" : "write");
  if (identity.via === "session") checkOrigin(request);
  else if (scope === "write" && identity.scope !== "write")
    throw new AppError("forbidden", "This token may only read.");
  if (definition.access === "admin" && identity.agent.role !== "admin")
    throw new AppError("forbidden", "Only admins may do this.");
  return identity;
}

async function readInput(definition: RouteDefinition, request: Request, params: unknown) {
  const { bodyMaxBytes = 1_000_000 } = definition;
  return {
    params: definition.params && (await parseInput(definition.params, params, "not_found")),
    query: definition.query && (await parseInput(definition.query, readQuery(request.url), "malformed")),
    body: definition.body && (await parseInput(definition.body, await readJson(request, bodyMaxBytes), "invalid")),
  };
}

async function present(value: unknown, definition: RouteDefinition, requestId: string): Promise<Response> {
  const response = value instanceof Response ? value : jsonResponse(value, definition);
  if (env().NODE_ENV === "test" && definition.response && response !== value && value !== undefined)
    await definition.response.parseAsync(JSON.parse(JSON.stringify(value)));
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-request-id", requestId);
  return response;
}

function jsonResponse(value: unknown, { status }: RouteDefinition): Response {
  if (value === undefined) return new Response(null, { status: 204 });
  return Response.json(value, { status: status ?? 200 });
}
