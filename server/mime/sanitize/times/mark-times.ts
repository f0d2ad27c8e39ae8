import { defaultTreeAdapter as tree, html as names, type DefaultTreeAdapterTypes } from "parse5";
import { timeClass } from "./time-class.ts";
import { findTimes, type FoundTime } from "#lib/mail/find-times";

type TextNode = DefaultTreeAdapterTypes.TextNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Of a mail; more are a log. */
const timesMax = 100;

/** Marks the times in a mail's words that mean one instant, for the reader's own clock. */
export function markTimes(root: Parent, sentAt: Date): void {
  let left = timesMax;
  const visit = (parent: Parent) => {
    for (const child of parent.childNodes.slice()) {
      if (left <= 0) return;
      if (tree.isElementNode(child)) visit(child);
      else if (tree.isTextNode(child) && /\d/.test(child.value)) left -= markIn(child, sentAt);
    }
  };
  visit(root);
}

function markIn(node: TextNode, sentAt: Date): number {
  const found = findTimes(node.value, sentAt);
  const parent = node.parentNode;
  if (!parent || found.length === 0) return 0;
  let end = 0;
  for (const time of found) {
    insertText(parent, node, node.value.slice(end, time.start));
    tree.insertBefore(parent, timeElement(node.value.slice(time.start, time.end), time), node);
    end = time.end;
  }
  insertText(parent, node, node.value.slice(end));
  tree.detachNode(node);
  return found.length;
}

function insertText(parent: Parent, before: TextNode, text: string): void {
  if (text !== "") tree.insertTextBefore(parent, text, before);
}

function timeElement(text: string, { at }: FoundTime) {
  const element = tree.createElement("time", names.NS.HTML, [
    { name: "class", value: timeClass },
    { name: "datetime", value: at.toISOString() },
  ]);
  tree.insertText(element, text);
  return element;
}
