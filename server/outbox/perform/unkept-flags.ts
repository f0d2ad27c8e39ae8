import type { SelectedFolder } from "../../imap/session.ts";
import { HopelessError } from "../outcome.ts";

/**
 * Those that the server would forget with the session, however well it answers: PERMANENTFLAGS does not name them (RFC 3501 §7.1).
 */
export function unkeptFlags({ permanentFlags }: Pick<SelectedFolder, "permanentFlags">, flags: string[]): string[] {
  const kept = new Set(permanentFlags.map((flag) => flag.toLowerCase()));
  const keepsAny = kept.has("\\*");
  // Nothing else beside `\*` is a server that does not tell.
  if (keepsAny && kept.size === 1) return [];
  return flags.filter((flag) => !kept.has(flag.toLowerCase()) && !(keepsAny && !flag.startsWith("\\")));
}

/** @throws HopelessError for a folder that may only be read */
export function requireWritable({ path, readOnly }: Pick<SelectedFolder, "path" | "readOnly">): void {
  if (readOnly) throw new HopelessError(`The mail server allows nobody to change what lies in “${path}”.`);
}
