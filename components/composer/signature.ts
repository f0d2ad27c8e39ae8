import { createNodeFromContent, type Editor } from "@tiptap/react";
import type { Account } from "#lib/contracts/account";
import { isPlainEditor, linesOfText, textOfLines } from "./editor/plain-lines.ts";
import { textOfHtml } from "./editor/text-of-html.ts";
import type { MailFields } from "./mail-fields.ts";

export type Signer = Pick<Account, "id" | "signature" | "signaturePlace">;

const opening = '<div data-signature="">';

/** What stands below a mail from this account: its own signature, else the writer's; empty where neither has one. */
export function signatureHtml(account: Pick<Signer, "signature"> | undefined, ofWriter: string): string {
  const signature = account?.signature ?? "";
  const own = ofWriter.trim() === "" ? "" : `<p>${lines(ofWriter.trim())}</p>`;
  const html = signature === "" ? own : signature;
  return html === "" ? "" : `${opening}<div data-delimiter="">-- </div>${html}</div>`;
}

/** Puts another signature in the place of one that nobody has changed; one that was changed is the writer's words. */
export function swapSignature(editor: Editor, before: string, after: string): void {
  if (isPlainEditor(editor)) {
    swapPlainSignature(editor, textOfHtml(before), textOfHtml(after));
    return;
  }
  const [old, next] = [before, after].map((html) => (html === "" ? null : nodeOf(editor, html)));
  const found: { at: number; size: number }[] = [];
  let isChanged = false;
  editor.state.doc.forEach((node, at) => {
    if (node.type.name !== "signature") return;
    found.push({ at, size: node.nodeSize });
    if (!old || !node.eq(old)) isChanged = true;
  });
  const [place] = found;
  // Whoever took it out wants none.
  if (isChanged || (!place && old)) return;
  const { tr, doc } = editor.state;
  if (place) tr.delete(place.at, place.at + place.size);
  if (next) tr.insert(place ? place.at : doc.content.size, next);
  editor.view.dispatch(tr);
}

/** What is written, apart from the signature that is to stand below the quote. */
export function splitSignature({ html, text }: Pick<MailFields, "html" | "text">) {
  const at = html.lastIndexOf(opening);
  if (at < 0) return { html, text, closingHtml: "", closingText: "" };
  return { html: html.slice(0, at), closingHtml: html.slice(at), ...splitPlainSignature(text) };
}

export function splitPlainSignature(text: string) {
  const at = text.lastIndexOf("-- \n");
  return at < 0 ? { text, closingText: "" } : { text: text.slice(0, at).trimEnd(), closingText: text.slice(at) };
}

function swapPlainSignature(editor: Editor, before: string, after: string): void {
  const text = textOfLines(editor.state.doc);
  const at = before === "" ? -1 : text.lastIndexOf(before);
  // One that was changed, or taken out, is as its writer wants it.
  if (before !== "" && at < 0) return;
  const swapped = at < 0 ? `${text}\n\n${after}` : text.slice(0, at) + after + text.slice(at + before.length);
  editor.commands.setContent(linesOfText(swapped), { emitUpdate: true });
}

function nodeOf(editor: Editor, html: string) {
  const content = createNodeFromContent(html, editor.schema, { slice: false });
  return "firstChild" in content && content.firstChild?.type.name === "signature" ? content.firstChild : null;
}

function lines(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`).split("\n").join("<br>");
} // prettier-ignore
