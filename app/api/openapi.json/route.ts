import { openApiDocument } from "#server/http/openapi";
import { route, type Route } from "#server/http/route";
import { apiRoutes } from "./routes.ts";

export const GET: Route = route({ access: "public", summary: "This description", produces: "application/json" }, () =>
  openApiDocument([...apiRoutes, { path: "/api/openapi.json", handlers: { GET } }]),
);
