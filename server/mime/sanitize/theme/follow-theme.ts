/**
 * Whether a mail can be drawn in the colours of the reader's theme, and what that takes. A newsletter brings a page of its own and keeps it;
 * what people write to each other brings black words at most, and here and there a colour, which then gets a twin for the dark.
 */
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from "parse5";
import { valueOf } from "../fold/html-marks.ts";
import { safeDeclarations } from "../css.ts";
import { chroma, hexOf, luminance, parseColor, readableOnDark, type Rgb } from "./color.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A table as wide as a page is one. */
const pageWidth = 420;

/** @param css the mail's own style sheet, made safe */
export function canFollowTheme(root: Element, css: string): boolean {
  return sheetIsPlain(css) && elementsIn(root).every(isPlain);
}

/** Makes it so: what is black or on white takes the theme's colours, another colour is written for both. */
export function followTheme(root: Element): void {
  for (const element of elementsIn(root)) {
    element.attrs = element.attrs.flatMap((attribute) => {
      const { name, value } = attribute;
      if (name === "bgcolor" || name === "text") return [];
      if (name === "color") return ownColor(value) === null ? [] : [attribute];
      if (name !== "style") return [attribute];
      const style = declarationsOf(value).map(adapted).filter(Boolean).join(";"); // prettier-ignore
      return style === "" ? [] : [{ name, value: style }];
    });
    const color = ownColor(valueOf(element, "color"));
    if (element.tagName === "font" && color !== null) moveToStyle(element, color);
  }
}

/** The style sheet without the colours that the theme gives. */
export function sheetInTheme(css: string): string {
  return css.replace(/(?<=[{;])(?:color|background(?:-color)?):[^;{}]*;?/gi, "").replace(/;\}/g, "}");
}

function moveToStyle(element: Element, color: Rgb): void {
  const style = [valueOf(element, "style"), `color:${bothWays(color)}`].filter(Boolean).join(";");
  element.attrs = element.attrs.filter(({ name }) => name !== "color" && name !== "style");
  element.attrs.push({ name: "style", value: style });
}

function isPlain(element: Element): boolean {
  if (!isPaper(valueOf(element, "bgcolor")) || (element.tagName === "table" && isWide(element))) return false;
  return declarationsOf(valueOf(element, "style")).every(({ name, value }) => {
    if (name === "background-color") return isPaper(value);
    return name !== "color" || value.startsWith("light-dark(") || isKeyword(value) || parseColor(value) !== null;
  });
}

function isWide(table: Element): boolean {
  const width = /^\s*(\d+)(?:px)?\s*$/.exec(valueOf(table, "width"))?.[1] ?? "0";
  const styled = declarationsOf(valueOf(table, "style")).filter(({ name }) => name === "width" || name === "max-width");
  const widths = [width, ...styled.map(({ value }) => /^(\d+)(?:\.\d+)?px/.exec(value)?.[1] ?? "0")];
  return widths.some((each) => Number(each) >= pageWidth) && hasPicture(table);
}

const hasPicture = (element: Element) => elementsIn(element).some(({ tagName }) => tagName === "img");

/** Colours of links and of what is black: Outlook and Gmail bring these with every mail. */
function sheetIsPlain(css: string): boolean {
  for (const [, selectors = "", body = ""] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const { name, value } of plainDeclarations(body)) {
      if (name.startsWith("background") && !isPaper(value)) return false;
      const color = name === "color" ? parseColor(value) : null;
      if (color && !isBlack(color) && !selectors.split(",").every((one) => /(?:^|[\s>])(?:a\b|span\.Mso\w*|\.Mso\w*Hyperlink\w*)[^\s>]*$/i.test(one.trim()))) return false;
    }
  return true;
} // prettier-ignore

type Declaration = { name: string; value: string };

function declarationsOf(style: string): Declaration[] {
  return style === "" ? [] : plainDeclarations(safeDeclarations(style));
}

function plainDeclarations(css: string): Declaration[] {
  return css.split(";").flatMap((text) => {
    const at = text.indexOf(":");
    return at < 0 ? [] : [{ name: text.slice(0, at).trim().toLowerCase(), value: text.slice(at + 1).replace(/!important$/i, "").trim() }];
  });
} // prettier-ignore

function adapted({ name, value }: Declaration): string {
  if (name === "background-color") return "";
  if (name !== "color" || value.startsWith("light-dark(") || isKeyword(value)) return `${name}:${value}`;
  const color = ownColor(value);
  return color === null ? "" : `color:${bothWays(color)}`;
}

const bothWays = (color: Rgb) => `light-dark(${hexOf(color)},${hexOf(readableOnDark(color))})`;

/** A colour that says something: neither black, which the theme has its own of, nor one we cannot read. */
function ownColor(value: string): Rgb | null {
  const color = parseColor(value);
  return color === null || isBlack(color) || isWhite(color) ? null : color;
}

const isKeyword = (value: string) => /^(?:inherit|initial|unset|currentcolor|transparent)$/i.test(value);
const isBlack = (color: Rgb) => luminance(color) < 0.06 && chroma(color) < 40;
const isWhite = (color: Rgb) => luminance(color) > 0.9 && chroma(color) < 14;

function isPaper(value: string): boolean {
  if (value === "" || isKeyword(value) || /^rgba\([^)]*,\s*0(?:\.0+)?\s*\)$/i.test(value)) return true;
  const color = parseColor(value);
  return color !== null && isWhite(color);
}

function elementsIn(parent: Parent): Element[] {
  const found: Element[] = [];
  const waiting: Parent[] = [parent];
  if (tree.isElementNode(parent)) found.push(parent);
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const child of next.childNodes)
      if (tree.isElementNode(child)) {
        found.push(child);
        waiting.push(child);
      }
  return found;
}
