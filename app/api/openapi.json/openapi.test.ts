import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { operationsOf } from "#server/http/openapi";
import { ask } from "#server/testing/ask";
import { useFreshStore } from "#server/testing/fresh-store";
import { GET } from "./route.ts";
import { apiRoutes } from "./routes.ts";

const Operation = z.object({
  operationId: z.string().regex(/^[a-z]\w+$/),
  summary: z.string().min(1),
  tags: z.array(z.string().min(1)).length(1),
  parameters: z
    .array(
      z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean(), schema: z.looseObject({}) }),
    )
    .default([]),
  responses: z.record(z.string(), z.looseObject({})),
  security: z.array(z.never()).optional(),
});
const Document = z.object({
  openapi: z.literal("3.1.0"),
  servers: z.array(z.object({ url: z.url() })),
  paths: z.record(
    z.string().regex(/^\/api\/[\w/{}.-]+$/),
    z.record(z.enum(["get", "post", "put", "patch", "delete"]), Operation.optional()),
  ),
  components: z.object({ schemas: z.looseObject({ Problem: z.looseObject({}) }) }),
});

describe("the API's description", () => {
  useFreshStore();
  const read = async () => Document.parse(await (await ask(GET)).json());
  const operations = async () =>
    Object.entries((await read()).paths).flatMap(([path, item]) =>
      Object.values(item).flatMap((operation) => (operation ? [{ path, ...operation }] : [])),
    );

  it("lists every route file there is", () => {
    const files = globSync("app/api/**/route.ts").map((file) => file.replace(/^app|\/route\.ts$/g, ""));
    const expected = files.filter((path) => !path.startsWith("/api/auth/") && path !== "/api/openapi.json");
    expect(apiRoutes.map((entry) => entry.path).sort()).toEqual(expected.sort());
  });

  it("lists each file under its own path", () => {
    for (const { path, handlers } of apiRoutes)
      expect(operationsOf([{ path, handlers }]).length, `${path} exports no route()`).toBeGreaterThan(0);
    expect(new Set(apiRoutes.map((entry) => entry.handlers)).size).toBe(apiRoutes.length);
  });

  it("names each operation once, says what it does and what it answers", async () => {
    const all = await operations();
    expect(new Set(all.map((operation) => operation.operationId)).size).toBe(all.length);
    for (const operation of all) expect(Object.keys(operation.responses)).toContain("default");
  });

  it("declares every name in a path", async () => {
    for (const { path, parameters } of await operations()) {
      const declared = parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
      expect(declared).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      expect(parameters.filter((parameter) => parameter.in === "path" && !parameter.required)).toEqual([]);
    }
  });

  it("can be read without its schemas: nothing points to what is not there", async () => {
    const text = JSON.stringify(await (await ask(GET)).json());
    const pointers = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]));
    expect(pointers).toEqual(new Set(["#/components/responses/Problem", "#/components/schemas/Problem"]));
    expect(text).not.toContain("$schema");
  });
});
