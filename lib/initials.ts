/** One or two letters for a name or an address: its first and last words, in whatever script they are. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, "")
    .split(/[\s._-]+/)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0])
    .filter((letter) => letter !== undefined);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  // Two letters of these scripts do not fit a small circle, and one says enough.
  const isWide =
    first !== undefined &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}]/u.test(first);
  return `${first ?? "?"}${isWide ? "" : (last ?? "")}`.toUpperCase();
}
