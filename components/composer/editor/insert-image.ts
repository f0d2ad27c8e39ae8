import type { Editor } from "@tiptap/react";
import type { MailFile } from "../mail-fields.ts";
import { rememberImages } from "./mail-images.ts";

/** As wide as a mail is read; a photograph or a screenshot of a fine screen would burst it. */
const widthMax = 600;
/** What is wider stands below the words, not beside them. */
const besideMax = 160;

/** Puts an image where the cursor is, no wider than a mail: some programs know nothing of a style that says so. */
export async function insertImage(editor: Editor, file: MailFile, original: Blob): Promise<void> {
  rememberImages([file]);
  const width = await widthOf(original);
  if (editor.isDestroyed) return;
  const alt = file.filename.replace(/\.[a-z]{3,4}$/i, "");
  const attrs = { contentId: file.contentId, alt, width: width === null ? null : Math.min(width, widthMax) };
  const image = { type: "mailImage", attrs };
  const isInText = editor.state.selection.$from.parent.content.size > 0;
  const standsAlone = isInText && width !== null && width > besideMax;
  const content = standsAlone ? [{ type: "paragraph", content: [image] }, { type: "paragraph" }] : image;
  editor.chain().focus().insertContent(content).run();
}

/** In pixels; null for what the browser cannot draw. */
async function widthOf(image: Blob): Promise<number | null> {
  try {
    const bitmap = await createImageBitmap(image);
    const { width } = bitmap;
    bitmap.close();
    return width;
  } catch {
    return null;
  }
}
