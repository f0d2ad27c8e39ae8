/** DOMPurify on jsdom, one window a thread. Its hooks only ever take away or rewrite; they allow nothing that the lists do not. */
import createPurifier, { type Config, type DOMPurify } from "dompurify";
import { JSDOM } from "jsdom";
import { safeDeclarations, safeStyleSheet } from "./css.ts";
import { allowedAttributes, allowedTags, removedWithContent } from "./html-allowlist.ts";
import { imageSource, type ImageRules } from "./image-source.ts";

const config: Config = {
  ALLOWED_TAGS: allowedTags,
  ALLOWED_ATTR: allowedAttributes,
  FORBID_CONTENTS: removedWithContent,
  ALLOWED_NAMESPACES: ["http://www.w3.org/1999/xhtml"],
  // `href` and `src` are checked more narrowly below; no other attribute may begin like a URL of another scheme.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|cid):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  FORCE_BODY: true,
};

const quoteConfig: Config = {
  ...config,
  ALLOWED_TAGS: allowedTags.filter((tag) => tag !== "img" && tag !== "style"),
  FORBID_CONTENTS: [...removedWithContent, "style"],
};

let purifier: DOMPurify | null = null;
/** Of the mail in hand; a thread works on one at a time. */
let rules: ImageRules = { cidUrls: {}, showRemoteImages: false, imageProxy: null };
let remoteImageCount = 0;
const styles = new Map<string, string>();

/** @param html what the gate let through */
export function purify(
  html: string,
  imageRules: ImageRules,
  isQuote: boolean,
): { html: string; remoteImageCount: number } {
  rules = imageRules;
  remoteImageCount = 0;
  styles.clear();
  purifier ??= create();
  return { html: purifier.sanitize(html, isQuote ? quoteConfig : config), remoteImageCount };
}

function create(): DOMPurify {
  const made = createPurifier(new JSDOM("").window);
  made.addHook("uponSanitizeElement", (node, data) => {
    if (data.tagName === "style" && node.textContent !== null) {
      const css = safeStyleSheet(node.textContent);
      if (css !== node.textContent) node.textContent = css;
    }
  });
  made.addHook("uponSanitizeAttribute", (node, data) => {
    const value = safeAttribute(node, data.attrName, data.attrValue);
    if (value === null) data.keepAttr = false;
    else data.attrValue = value;
  });
  made.addHook("afterSanitizeAttributes", (node) => {
    if (node.nodeName !== "A") return;
    if (node.hasAttribute("href")) {
      node.setAttribute("target", "_blank");
      node.setAttribute("rel", "noopener noreferrer");
    } else {
      node.removeAttribute("target");
      node.removeAttribute("rel");
    }
  });
  return made;
}

function safeAttribute(node: Element, name: string, value: string): string | null {
  switch (name) {
    case "style":
      return declarations(value) || null;
    case "href":
      return node.nodeName === "A" ? safeLink(value) : null;
    case "src":
      return node.nodeName === "IMG" ? safeImage(value) : null;
    case "target":
    case "rel":
      return node.nodeName === "A" ? value : null;
    default:
      return value;
  }
}

/** A newsletter says the same a thousand times. */
function declarations(style: string): string {
  const known = styles.get(style);
  if (known !== undefined) return known;
  const safe = safeDeclarations(style);
  styles.set(style, safe);
  return safe;
}

function safeLink(value: string): string | null {
  const text = value.trim();
  if (text.length > 8000 || !URL.canParse(text)) return null;
  const url = new URL(text);
  return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}

function safeImage(value: string): string | null {
  const source = imageSource(value, rules);
  if (source.kind === "remote") remoteImageCount += 1;
  return source.kind === "shown" ? source.url : null;
}
