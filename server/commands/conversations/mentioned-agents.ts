/**
 * Who is meant by `@Name` in a note: a colleague's whole name, or their first name when only one has it. Case does not matter; the longest
 * name wins, so `@Ann Lee` is not Ann.
 */
export function mentionedAgents(text: string, colleagues: { id: number; name: string }[]): number[] {
  const names = colleagues.flatMap(({ id, name }) => {
    const [first = ""] = name.split(/\s+/);
    const isOnly = colleagues.filter((other) => other.name.split(/\s+/)[0] === first).length === 1;
    return [{ id, name }, ...(isOnly && first !== name ? [{ id, name: first }] : [])];
  });
  const byLength = names.toSorted((a, b) => b.name.length - a.name.length);
  const found = [...text.matchAll(/(?<![\p{L}\p{N}.])@/gu)].flatMap((match) => {
    const rest = text.slice(match.index + 1).toLowerCase();
    const meant = byLength.find(({ name }) => {
      const follows = rest.charAt(name.length);
      return name !== "" && rest.startsWith(name.toLowerCase()) && !/[\p{L}\p{N}]/u.test(follows);
    });
    return meant ? [meant.id] : [];
  });
  return [...new Set(found)];
}
