import { bytesOfBase64 } from "#lib/mail/charset";

/** Undoes a Content-Transfer-Encoding (RFC 2045 §6), whatever state the content is in. */
export function decodeContent(content: Uint8Array, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return isBase64(content) ? bytesOfBase64(Buffer.from(content).toString("latin1")) : content;
    case "quoted-printable":
      return decodeQuotedPrintable(content);
    default:
      return content;
  }
}

/** Some senders announce base64 and send plain text: decoding that would make noise of it. */
function isBase64(content: Uint8Array): boolean {
  const sample = Buffer.from(content.subarray(0, 4096)).toString("latin1");
  const strange = sample.match(/[^A-Za-z0-9+/=\s\-_]/g)?.length ?? 0;
  return strange <= sample.length / 20 && !/[A-Za-z]+ [A-Za-z]+ [A-Za-z]+ /.test(sample);
}

function decodeQuotedPrintable(content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length);
  let length = 0;
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at] ?? 0;
    if (byte === 0x3d) {
      const skipped = softBreak(content, at + 1);
      if (skipped > 0) {
        at += skipped;
        continue;
      }
      const [high, low] = [hexOf(content[at + 1]), hexOf(content[at + 2])];
      if (high >= 0 && low >= 0) {
        bytes[length] = high * 16 + low;
        length += 1;
        at += 2;
        continue;
      }
    }
    // A broken escape stays as it is (§6.7: a robust implementation may include the "=" as it came).
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** Length of the soft line break behind an `=`, white space that mail systems added included; 0 when there is none. */
function softBreak(content: Uint8Array, from: number): number {
  let at = from;
  while (content[at] === 0x20 || content[at] === 0x09) at += 1;
  if (at >= content.length) return at - from + 1;
  if (content[at] === 0x0d && content[at + 1] === 0x0a) return at - from + 2;
  return content[at] === 0x0a || content[at] === 0x0d ? at - from + 1 : 0;
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x41 + 10;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x61 + 10 : -1;
}
