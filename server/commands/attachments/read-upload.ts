import { mailFilesBytesMax as fileBytesMax } from "#lib/contracts/send";
import { AppError } from "../../errors.ts";

/** The file with the boundaries and headers around it. */
const bodyBytesMax = fileBytesMax + 64 * 1024;

/** The one file of a multipart body, in the field `file`; reading stops as soon as it is too large, whatever Content-Length said. */
export async function readUpload(request: Request): Promise<File> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body)
    throw new AppError("malformed", "Send the file as multipart/form-data, in the field `file`.");
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) throw tooLarge();
  const limit = limitTo(bodyBytesMax);
  const form = await new Response(request.body.pipeThrough(limit.stream), { headers: { "content-type": type } })
    .formData()
    .catch((error: unknown) => {
      throw limit.isPassed()
        ? tooLarge()
        : new AppError("malformed", "The multipart body cannot be read.", { cause: error });
    });
  const files = [...form.values()].filter((value) => typeof value !== "string");
  const [file] = files;
  if (!file || files.length > 1) throw new AppError("malformed", "Send one file at a time.");
  if (file.size > fileBytesMax) throw tooLarge();
  return file;
}

function limitTo(bytesMax: number): {
  stream: TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;
  isPassed(): boolean;
} {
  let sizeBytes = 0;
  const stream = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > bytesMax) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
  return { stream, isPassed: () => sizeBytes > bytesMax };
}

function tooLarge(): AppError {
  return new AppError("too_large", "A file may have 25 MB at most.");
}
