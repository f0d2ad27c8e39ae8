import type { TcpNetConnectOpts } from "node:net";
import { fileTypeFromBuffer } from "file-type";
import ipaddr from "ipaddr.js";
import { Agent, request } from "undici";
import { AppError } from "../../errors.ts";
import { resolveHost, type AllowedAddress } from "../../network.ts";

export type RemoteImage = { content: Uint8Array<ArrayBuffer>; contentType: string };

/** Where an image may come from. */
export type ImageNetwork = { resolve: (host: string) => Promise<AllowedAddress[]>; ports: ReadonlySet<number> };

const publicInternet: ImageNetwork = { resolve: resolveHost, ports: new Set([80, 443]) };

const redirectsMax = 3;
const imageBytesMax = 5_000_000;
const limitMs = 10_000;
/** Proven by the first bytes. No SVG: it is a document. */
const imageTypes = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/avif",
  "image/bmp",
  "image/x-icon",
]);

/**
 * Fetches a remote image as nobody: no cookie, no referrer, no agent's address. Every hop is resolved once, every address of it must be
 * public, and the connection goes to a checked address and not to the name again (security: T4).
 * @throws AppError `unavailable`, whatever the reason: who asks must not learn what lies in our network
 */
export async function fetchRemoteImage(url: string, network: ImageNetwork = publicInternet): Promise<RemoteImage> {
  try {
    const signal = AbortSignal.timeout(limitMs);
    let next = new URL(url);
    for (let hop = 0; hop <= redirectsMax; hop += 1) {
      const answer = await fetchHop(next, network, signal);
      if (!(answer instanceof URL)) return answer;
      next = answer;
    }
    throw new Error("Too many redirects.");
  } catch (error) {
    throw new AppError("unavailable", "This image cannot be had.", { cause: error });
  }
}

/** The image, or where it has gone to. */
async function fetchHop(url: URL, network: ImageNetwork, signal: AbortSignal): Promise<RemoteImage | URL> {
  const dispatcher = new Agent({ connect: { lookup: await checkedLookup(url, network) }, headersTimeout: limitMs });
  try {
    const answer = await request(url, {
      dispatcher,
      signal,
      headers: { accept: "image/*", "user-agent": "Mozilla/5.0 (compatible; image proxy)" },
    });
    const location = answer.headers["location"];
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === "string")
      return new URL(location, url);
    if (answer.statusCode !== 200) throw new Error(`The server answered ${answer.statusCode}.`);
    return await readImage(answer.body);
  } finally {
    await dispatcher.destroy();
  }
}

type Lookup = NonNullable<TcpNetConnectOpts["lookup"]>;

async function checkedLookup(url: URL, { resolve, ports }: ImageNetwork): Promise<Lookup> {
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  if (!isWeb || !ports.has(port) || url.username !== "" || url.password !== "")
    throw new Error("Not an address of the web.");
  const addresses = await resolve(url.hostname.replace(/^\[|\]$/g, ""));
  const [first] = addresses;
  if (!first || addresses.some(isInternal)) throw new Error("Not a public address.");
  return (_, options, callback) => {
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  };
}

/** Beyond what is private by name: IPv6 hands out 2000::/3 only (RFC 4291 §2.4), all else wraps something or is nothing. */
function isInternal({ address, isPrivate }: AllowedAddress): boolean {
  if (isPrivate) return true;
  const parsed = ipaddr.parse(address);
  return parsed.kind() === "ipv6" && !parsed.match(ipaddr.parse("2000::"), 3);
}

async function readImage(body: AsyncIterable<Uint8Array>): Promise<RemoteImage> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > imageBytesMax) throw new Error("The image is too large.");
    chunks.push(chunk);
  }
  const content = new Uint8Array(Buffer.concat(chunks));
  const type = await fileTypeFromBuffer(content);
  if (!type || !imageTypes.has(type.mime)) throw new Error("Not an image.");
  return { content, contentType: type.mime };
}
