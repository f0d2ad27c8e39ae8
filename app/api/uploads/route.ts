import { Upload } from "#lib/contracts/send";
import { keepUpload } from "#server/commands/attachments/keep-upload";
import { route } from "#server/http/route";

export const POST = route(
  { summary: "Keep a file for a mail", consumes: "multipart/form-data", response: Upload, status: 201 },
  ({ agent, request }) => keepUpload(agent, request),
);
