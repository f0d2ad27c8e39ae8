import { Upload, UploadQuery } from "#lib/contracts/send";
import { keepUpload } from "#server/commands/attachments/keep-upload";
import { route } from "#server/http/route";

export const POST = route(
  {
    summary: "Keep a file for a mail",
    consumes: "multipart/form-data",
    query: UploadQuery,
    response: Upload,
    status: 201,
  },
  ({ agent, request, query }) => keepUpload(agent, request, query.inline === "1"),
);
