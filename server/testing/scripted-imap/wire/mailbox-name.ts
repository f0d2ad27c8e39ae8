/** Modified UTF-7 (RFC 3501 §5.1.3): how names travel. */
export function encodeName(name: string): string {
  return name.replaceAll(/[^\u0020-\u007e]+|&/g, (run) => {
    if (run === "&") return "&-";
    const bytes = Buffer.from(run, "utf16le").swap16();
    return `&${bytes.toString("base64").replaceAll("/", ",").replaceAll("=", "")}-`;
  });
}

export function decodeName(name: string): string {
  return name.replaceAll(/&([^-]*)-/g, (_, run: string) => {
    if (run === "") return "&";
    const bytes = Buffer.from(run.replaceAll(",", "/"), "base64");
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString("utf16le");
  });
}
