import { isSignedImageUrl, signImageUrl } from "./image-signature.ts";

export type ImageRules = {
  /** Where an inline image is served, by Content-ID without brackets. */
  cidUrls: Readonly<Record<string, string>>;
  /** Where a picture of the mail is served that its HTML names as a file beside it, e.g. `image001.png` (RFC 2557 §8). */
  fileUrls?: Readonly<Record<string, string>>;
  showRemoteImages: boolean;
  /** Where remote images are fetched through, e.g. `/api/images`, and the key that signs their addresses. */
  imageProxy: ImageProxy | null;
};

type ImageProxy = { prefix: string; key: string };

export type ImageSource = { kind: "shown"; url: string } | { kind: "remote" } | { kind: "nothing" };

const dataCharactersMax = 300_000;

/** What becomes of an image's `src`. */
export function imageSource(src: string, rules: ImageRules): ImageSource {
  // As a browser reads a URL: surrounding space and inner tabs and line ends do not count (WHATWG URL §4.4).
  // eslint-disable-next-line no-control-regex
  const url = src.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\n\r]/g, "");
  if (/^cid:/i.test(url)) return ownImage(url.slice(4), rules);
  if (/^data:/i.test(url)) return isSmallRaster(url) ? { kind: "shown", url } : { kind: "nothing" };
  if (Object.values(rules.cidUrls).includes(url) || isProxied(url, rules.imageProxy)) return { kind: "shown", url };
  if (rules.fileUrls && Object.values(rules.fileUrls).includes(url)) return { kind: "shown", url };
  const beside = besideUrl(url, rules);
  if (beside !== undefined) return { kind: "shown", url: beside };
  const remote = remoteUrl(url);
  if (remote === null) return { kind: "nothing" };
  return rules.showRemoteImages && rules.imageProxy
    ? { kind: "shown", url: proxied(remote, rules.imageProxy) }
    : { kind: "remote" };
}

function ownImage(cid: string, { cidUrls }: ImageRules): ImageSource {
  const wanted = decoded(cid).replace(/^<|>$/g, "").toLowerCase();
  const found = Object.entries(cidUrls).find(([id]) => id.replace(/^<|>$/g, "").toLowerCase() === wanted);
  return found ? { kind: "shown", url: found[1] } : { kind: "nothing" };
}

function besideUrl(url: string, { fileUrls }: ImageRules): string | undefined {
  if (!fileUrls || /[:/\\?#]/.test(url.replace(/^\.\//, ""))) return undefined;
  return new Map(Object.entries(fileUrls)).get(decoded(url.replace(/^\.\//, "")));
}

function isSmallRaster(url: string): boolean {
  return url.length <= dataCharactersMax && /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s%]*$/i.test(url);
}

function remoteUrl(url: string): string | null {
  const absolute = url.startsWith("//") ? `https:${url}` : url;
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute) || absolute.length > 8000) return null;
  return new URL(absolute).href;
}

function proxied(url: string, { prefix, key }: ImageProxy): string {
  const joint = prefix.includes("?") ? "&" : "?";
  return `${prefix}${joint}url=${encodeURIComponent(url)}&sig=${signImageUrl(key, url)}`;
}

/** Whether this is an address that we made ourselves: so sanitising twice changes nothing. */
function isProxied(url: string, proxy: ImageProxy | null): boolean {
  if (!proxy || !url.startsWith(proxy.prefix)) return false;
  const query = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  const [remote, signature] = [query.get("url") ?? "", query.get("sig") ?? ""];
  return isSignedImageUrl(proxy.key, remote, signature) && url === proxied(remote, proxy);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % in a Content-ID stands for itself.
    return text;
  }
}
