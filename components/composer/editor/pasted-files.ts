type Clipboard = Pick<DataTransfer, "files" | "getData">;

/**
 * The files that are meant by a paste. Word, Excel and browsers put a picture of what was copied beside it: where there are words, the words
 * are meant.
 */
export function pastedFiles(clipboard: Clipboard): File[] {
  const files = [...clipboard.files];
  if (files.length === 0) return [];
  const words = clipboard.getData("text/html").replace(/<(style|script|title)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>|&nbsp;|\s/gi, "");
  const text = clipboard.getData("text/plain").trim();
  const isPicture = files.every((file) => file.type.startsWith("image/"));
  return isPicture && words !== "" && text !== "" ? [] : files;
} // prettier-ignore
