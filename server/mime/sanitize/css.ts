/**
 * CSS of a mail, written anew from what an allowlist knows. Nothing of the original text survives: values are generated from a parsed tree
 * in which every node has a kind we understand, so escapes, comments and parser tricks have nowhere to stay.
 */
import * as csstree from "css-tree";
import {
  allowedFunctions,
  allowedProperties,
  allowedPseudoClasses,
  backgroundWords,
  neverNegative,
} from "./css-allowlist.ts";

/** A newsletter has some hundred. */
const rulesMax = 3000;
const selectorCharactersMax = 500;

/** The content of a `style` attribute; empty when nothing may stay. */
export function safeDeclarations(style: string): string {
  const tree = parse(style, "declarationList");
  return tree?.type === "DeclarationList" ? declarationsOf(tree.children).join(";") : "";
}

/** The content of a `<style>` element: plain rules and `@media`, no other at-rule. */
export function safeStyleSheet(css: string): string {
  const tree = parse(css.replaceAll("<!--", "").replaceAll("-->", ""), "stylesheet");
  return tree?.type === "StyleSheet" ? rulesOf(tree.children, true).slice(0, rulesMax).join("\n") : "";
}

function parse(css: string, context: "declarationList" | "stylesheet"): csstree.CssNode | null {
  try {
    return csstree.parse(css, { context, parseCustomProperty: false });
  } catch {
    // Beyond what an error-tolerant parser takes: then there is no style.
    return null;
  }
}

function rulesOf(nodes: csstree.List<csstree.CssNode>, mayNest: boolean): string[] {
  return nodes.toArray().flatMap((node) => {
    if (node.type === "Rule") return ruleOf(node);
    if (node.type === "Atrule" && mayNest) return mediaOf(node);
    return [];
  });
}

function ruleOf(rule: csstree.Rule): string[] {
  if (rule.prelude.type !== "SelectorList") return [];
  const selectors = rule.prelude.children
    .toArray()
    .filter(isSafeSelector)
    .map((selector) => csstree.generate(selector))
    .filter((selector) => selector.length <= selectorCharactersMax);
  const declarations = declarationsOf(rule.block.children);
  return selectors.length > 0 && declarations.length > 0 ? [`${selectors.join(",")}{${declarations.join(";")}}`] : [];
}

function mediaOf(rule: csstree.Atrule): string[] {
  if (rule.name.toLowerCase() !== "media" || !rule.prelude || !rule.block) return [];
  const condition = csstree.generate(rule.prelude);
  if (condition.length > 300 || !condition.split(/[\s,]+/).every(isSafeCondition)) return [];
  const rules = rulesOf(rule.block.children, false);
  return rules.length > 0 ? [`@media ${condition}{${rules.join("")}}`] : [];
}

/** `screen`, `and`, `(max-width:600px)`. */
function isSafeCondition(word: string): boolean {
  return /^(?:[a-z-]{1,40}|\([a-z-]{1,60}(?::[\w.-]{1,40})?\))$/i.test(word);
}

function isSafeSelector(selector: csstree.CssNode): boolean {
  let isSafe = true;
  csstree.walk(selector, (node) => {
    switch (node.type) {
      case "Selector":
      case "Combinator":
      case "Nth":
      case "AnPlusB":
      case "Number":
        return;
      case "TypeSelector":
      case "ClassSelector":
      case "IdSelector":
      case "Identifier":
        if (!/^(?:\*|[\w-]{1,100})$/.test(node.name)) isSafe = false;
        return;
      case "AttributeSelector":
        if (node.value?.type === "String" && !/^[\w\s.-]{0,100}$/.test(node.value.value)) isSafe = false;
        return;
      case "String":
        return;
      case "PseudoClassSelector":
        if (!allowedPseudoClasses.has(node.name.toLowerCase())) isSafe = false;
        return;
      default:
        isSafe = false;
    }
  });
  return isSafe;
}

function declarationsOf(nodes: csstree.List<csstree.CssNode>): string[] {
  return nodes.toArray().flatMap((node) => {
    if (node.type !== "Declaration" || node.value.type !== "Value") return [];
    const property = node.property.toLowerCase();
    if (!allowedProperties.has(property)) return [];
    const important = node.important ? "!important" : "";
    const values = node.value.children.toArray();
    if (property === "background") return backgroundOf(values).map((color) => `background-color:${color}${important}`);
    return values.length > 0 && values.every((value) => isSafeValue(value, property))
      ? [`${property}:${csstree.generate(node.value)}${important}`]
      : [];
  });
}

/** Of the shorthand only the colour stays: an image there is remote and cannot be asked for. */
function backgroundOf(values: csstree.CssNode[]): string[] {
  const color = values.find(
    (value) =>
      value.type === "Hash" ||
      value.type === "Function" ||
      (value.type === "Identifier" && !backgroundWords.has(value.name.toLowerCase())),
  );
  return color && isSafeValue(color, "background-color") ? [csstree.generate(color)] : [];
}

function isSafeValue(value: csstree.CssNode, property: string): boolean {
  switch (value.type) {
    case "Identifier":
      return /^-?[a-z_][\w-]{0,60}$/i.test(value.name);
    case "Number":
    case "Percentage":
      return isSafeNumber(value.value, property);
    case "Dimension":
      return isSafeNumber(value.value, property) && /^[a-z]{1,5}$/i.test(value.unit);
    case "Hash":
      return /^[0-9a-f]{3,8}$/i.test(value.value);
    case "Operator":
      return value.value === "," || value.value === "/";
    case "String":
      return (
        (property === "font-family" || property === "font") && /^[\p{L}\p{M}\p{N} _.,-]{1,100}$/u.test(value.value)
      );
    case "Function":
      return (
        allowedFunctions.has(value.name.toLowerCase()) &&
        value.children.toArray().every((child) => child.type !== "Function" && isSafeValue(child, "color"))
      );
    default:
      return false;
  }
}

function isSafeNumber(text: string, property: string): boolean {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text)) return false;
  return !(neverNegative.test(property) && text.startsWith("-") && Number(text) < 0);
}
