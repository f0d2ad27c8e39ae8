import type { Agent } from "#server/auth/agent";
import type { ApiOperation } from "#server/http/openapi";
import { ask } from "./ask.ts";

export type Api = (method: string, path: string, body?: unknown) => Promise<Response>;

/** The whole API, asked by URL as an agent's script would, e.g. `api("PUT", "/api/conversations/7/seen")`. */
export function apiOf(operations: ApiOperation[], agent: Agent): Api {
  return async (method, path, body) => {
    const [pathname = ""] = path.split("?");
    for (const operation of operations) {
      const params = operation.method === method ? paramsOf(operation.path, pathname) : null;
      if (params) return ask(operation.route, { agent, method, path, params, ...(body !== undefined && { body }) });
    }
    throw new Error(`There is no route ${method} ${path}.`);
  };
}

/** Null when the path is not of this template, e.g. `/api/conversations/{id}`. */
function paramsOf(template: string, pathname: string): Record<string, string> | null {
  const pattern = template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(pathname);
  return match ? { ...match.groups } : null;
}
