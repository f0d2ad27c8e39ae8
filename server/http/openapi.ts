/** OpenAPI 3.1 out of the definitions that `route()` checks with: what is described is what is done. */
import { z } from "zod";
import { Problem } from "#lib/contracts/problem";
import { env } from "../env.ts";
import type { Route, RouteDefinition } from "./route.ts";

/** What a `route.ts` exports, and the path Next serves it under, e.g. `/api/agents/[id]`. */
export type ApiRoute = { path: string; handlers: Record<string, unknown> };

export type ApiOperation = { method: string; path: string; route: Route };

type Json = Record<string, unknown>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Every route by itself. */
export function operationsOf(routes: ApiRoute[]): ApiOperation[] {
  return routes.flatMap(({ path, handlers }) =>
    methods.flatMap((method) => {
      const route = handlers[method];
      return isRoute(route) ? [{ method, path: path.replace(/\[(\w+)\]/g, "{$1}"), route }] : [];
    }),
  );
}

export function openApiDocument(routes: ApiRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const { method, path, route } of operationsOf(routes))
    (paths[path] ??= {})[method.toLowerCase()] = describe(method, path, route.definition);
  return {
    openapi: "3.1.0",
    info: {
      title: "Postroom",
      version: "1",
      description:
        "A shared inbox for support teams. Errors are RFC 9457 problem documents; instants are ISO 8601 in UTC.",
    },
    servers: [{ url: env().APP_URL }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem) },
      responses: { Problem: problemResponse() },
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "postroom.session" },
      },
    },
  };
}

function describe(method: string, path: string, definition: RouteDefinition): Json {
  const { access = "agent", scope, summary, params, query, body, consumes } = definition;
  const parameters = [...parametersOf("path", path, params), ...parametersOf("query", path, query)];
  const content = body ? { "application/json": { schema: jsonSchema(body) } } : consumes && { [consumes]: {} };
  return {
    operationId: operationId(method, path),
    tags: [path.split("/")[2] ?? ""],
    ...(summary && { summary }),
    ...(access === "admin" && { description: "For admins." }),
    ...(access === "public" && { security: [] }),
    ...(scope === "read" && method !== "GET" && { description: "A token that may only read is enough." }),
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: responsesOf(definition),
  };
}

function responsesOf({ access, params, query, body, response, produces, status }: RouteDefinition): Json {
  const content = response ? { "application/json": { schema: jsonSchema(response) } } : produces && { [produces]: {} };
  const good = content ? { [status ?? 200]: { description: "Done.", content } } : { 204: { description: "Done." } };
  const failures = [
    ...(query || body ? [400] : []),
    ...(access === "public" ? [] : [401, 403]),
    ...(params ? [404] : []),
    ...(body ? [413, 422] : []),
    "default",
  ];
  return { ...good, ...Object.fromEntries(failures.map((code) => [code, { $ref: "#/components/responses/Problem" }])) };
}

function problemResponse(): Json {
  const schema = { $ref: "#/components/schemas/Problem" };
  return { description: "What went wrong.", content: { "application/problem+json": { schema } } };
}

/** A path's names are always there, whether or not its route checks them. */
function parametersOf(place: "path" | "query", path: string, schema: z.ZodType | undefined): Json[] {
  const { properties, required } = Fields.parse(schema ? jsonSchema(schema) : {});
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const names = place === "path" ? inPath : Object.keys(properties);
  return names.map((name) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: properties[name] ?? { type: "string" },
  }));
}

const Fields = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

/** As it is sent; `additionalProperties` is said only where other fields are refused. */
function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

/** `PUT /api/conversations/{id}/status` is `putConversationsByIdStatus`. */
function operationId(method: string, path: string): string {
  const words = path.slice("/api/".length).split(/[/._-]/);
  const named = words.map((word) => (word.startsWith("{") ? `By${capital(word.slice(1, -1))}` : capital(word)));
  return method.toLowerCase() + named.join("");
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function isRoute(value: unknown): value is Route {
  return typeof value === "function" && "definition" in value;
}
