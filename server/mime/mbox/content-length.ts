const headBytesMax = 64 * 1024;

/**
 * Where an entry ends by its own Content-Length, from its From line on; null for one without, and for one that this project has written,
 * which counts nothing.
 */
export function contentLengthOf(entry: Buffer): number | null {
  const start = entry.subarray(0, headBytesMax).toString("latin1");
  const head = /^[^\n]*\n((?:[^\r\n][^\n]*\n)*?)\r?\n/.exec(start);
  if (!head || head[1]?.startsWith("X-Postroom-Mail:")) return null;
  const told = /^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(head[1] ?? "")?.[1];
  return told === undefined ? null : head[0].length + Number(told);
}
