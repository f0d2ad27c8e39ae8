export type PasswordStrength = "short" | "weak" | "fair" | "strong";

const lengthMin = 12;

/**
 * A hint while a password is typed, never a rule: length counts most, then variety. Repeats, runs of the keyboard and what is known of
 * the person count for little.
 * @param known what others know of them: name, address
 */
export function passwordStrength(password: string, known: readonly string[] = []): PasswordStrength {
  if (password.length < lengthMin) return "short";
  const effective = withoutKnown(password.toLowerCase(), known)
    .replace(runs, "")
    .replace(/(.)\1+/gu, "$1")
    .replace(/(.{2,})\1+/gu, "$1");
  const characters = new Set(effective).size;
  if (effective.length < 8 || characters < 5) return "weak";
  const bits = effective.length * Math.log2(alphabetSize(password));
  return bits >= 80 && characters >= 9 ? "strong" : "fair";
}

const runs =
  /(?:0123|1234|2345|3456|4567|5678|6789|7890|abcd|bcde|cdef|defg|qwert|werty|asdfg|zxcvb|qwertz|azerty|password|passwort|letmein|welcome|postroom)+/g;

function withoutKnown(password: string, known: readonly string[]): string {
  return known
    .flatMap((text) => text.toLowerCase().split(/[\s@._-]+/))
    .filter((word) => word.length >= 3)
    .reduce((rest, word) => rest.replaceAll(word, ""), password);
}

function alphabetSize(password: string): number {
  const sizes: [RegExp, number][] = [[/[a-z]/, 26], [/[A-Z]/, 26], [/\d/, 10], [/[ -/:-@[-`{-~]/, 33], [/[^ -~]/, 60]]; // prettier-ignore
  return sizes.reduce((sum, [pattern, size]) => (pattern.test(password) ? sum + size : sum), 0);
}
