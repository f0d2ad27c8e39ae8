/**
 * Looks at HTML before any DOM is made of it: 20,000 nested elements cost a DOM most of a minute and this parser 80 ms (security: T12).
 */
import {
  defaultTreeAdapter as tree,
  html as names,
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes,
} from "parse5";
import { safeDeclarations, safeStyleSheet } from "./css.ts";
import { adopt, prune } from "./prune.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const charactersMax = 1_000_000;
const styleCharactersMax = 256 * 1024;
const nodesMax = 50_000;
const depthMax = 256;
const tagsMax = 100_000;

/** Changes the content of a mail's one `div`; gives the style sheet that goes with it. */
export type Prepare = (home: Element, css: string) => string;

/**
 * The mail's own document as one fragment: its styles, then one `div` with its body's content and colours, no comments.
 * Still unsafe. Null when it is too large or too deep for a DOM.
 */
export function passGate(html: string, prepare?: Prepare): string | null {
  if (html.length > charactersMax || countOf(html, "<") > tagsMax) return null;
  const document = parse(html.replaceAll("\0", ""), { scriptingEnabled: false });
  const seen = measure(document);
  if (seen.nodes > nodesMax || seen.depth > depthMax || seen.styleCharacters > styleCharactersMax) return null;
  return serialize(asFragment(document, seen.styles, prepare));
}

type Measured = { nodes: number; depth: number; styleCharacters: number; styles: Element[] };

/** Walks without recursion, and stops as soon as a limit is passed. */
function measure(document: Parent): Measured {
  const seen: Measured = { nodes: 0, depth: 0, styleCharacters: 0, styles: [] };
  let level: Parent[] = [document];
  while (level.length > 0 && seen.depth <= depthMax && seen.nodes <= nodesMax) {
    const next: Parent[] = [];
    for (const parent of level) {
      for (const child of parent.childNodes.slice()) {
        seen.nodes += 1;
        if (!tree.isElementNode(child)) continue;
        seen.styleCharacters += styleLength(child);
        if (child.tagName === "style") seen.styles.push(child);
        else next.push(child);
      }
    }
    level = next;
    seen.depth += 1;
  }
  return seen;
}

function asFragment(document: Parent, styles: Element[], prepare?: Prepare): Parent {
  const fragment = parseFragment("");
  const own = styles.map((style) => safeStyleSheet(textOf(style))).filter(Boolean).join("\n"); // prettier-ignore
  for (const style of styles) tree.detachNode(style);
  // A document of frames has no body.
  const body = find(document, "body") ?? tree.createElement("body", names.NS.HTML, []);
  prune(body);
  const home = homeOf(body);
  const css = prepare ? prepare(home, own) : own;
  if (css !== "") {
    const style = tree.createElement("style", names.NS.HTML, []);
    tree.insertText(style, css);
    tree.appendChild(fragment, style);
  }
  tree.appendChild(fragment, home);
  return fragment;
}

/** One `div` around all: what is already in one stays as it is, so the result read again gives itself. */
function homeOf(body: Element): Element {
  const attributes = attributesOf(body);
  const [only, ...others] = body.childNodes.filter((node) => !isSpace(node));
  if (attributes.length === 0 && others.length === 0 && only && tree.isElementNode(only) && only.tagName === "div") {
    tree.detachNode(only);
    return only;
  }
  const home = tree.createElement("div", names.NS.HTML, attributes);
  adopt(home, body.childNodes);
  return home;
}

const isSpace = (node: Node) => tree.isTextNode(node) && /^[ \t\n\f\r]*$/.test(node.value);

/** A `div` has no `bgcolor` and no `text`: they become style, which is checked like any other. */
function attributesOf(body: Element): Element["attrs"] {
  const value = (name: string) => body.attrs.find((attribute) => attribute.name === name)?.value ?? "";
  const colors = [
    value("bgcolor") && `background-color:${value("bgcolor")}`,
    value("text") && `color:${value("text")}`,
  ];
  const style = safeDeclarations([...colors, value("style")].filter(Boolean).join(";"));
  const others = body.attrs.filter(({ name }) => ["dir", "lang", "class"].includes(name));
  return style === "" ? others : [{ name: "style", value: style }, ...others];
}

function find(document: Parent, name: string): Element | null {
  const root = document.childNodes.find((node): node is Element => tree.isElementNode(node) && node.tagName === "html");
  return root?.childNodes.find((node): node is Element => tree.isElementNode(node) && node.tagName === name) ?? null;
}

function styleLength(element: Element): number {
  const attribute = element.attrs.find(({ name }) => name === "style")?.value.length ?? 0;
  return attribute + (element.tagName === "style" ? textOf(element).length : 0);
}

function textOf(element: Element): string {
  return element.childNodes.map((node: Node) => (tree.isTextNode(node) ? node.value : "")).join("");
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count += 1;
  return count;
}
