import { readiness } from "#server/http/readiness";
import { route } from "#server/http/route";
import { Readiness } from "#lib/contracts/health";

export const GET = route(
  { access: "public", summary: "Database, disk, key and engine can do their work; 503 when not", response: Readiness },
  async () => {
    const found = await readiness();
    return found.ok ? found : Response.json(found, { status: 503 });
  },
);
