import { ExportSize, ExportSizeQuery } from "#lib/contracts/transfer";
import { route } from "#server/http/route";
import { measureExport } from "#server/queries/transfers/measure-export";

export const GET = route(
  { summary: "How much mail an export would hold.", query: ExportSizeQuery, response: ExportSize },
  ({ agent, query }) => measureExport(agent, query),
);
