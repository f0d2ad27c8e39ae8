/** Names that lie side by side in one folder, on any system: who comes second with a name gets a number before its ending. */
export function numberNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let free = name;
    for (let count = 2; taken.has(keyOf(free)); count += 1) free = `${stem} (${count})${ending}`;
    taken.add(keyOf(free));
    return free;
  });
}

/** Large and small letters are the same to some systems, and so are ways to write an accent. */
const keyOf = (name: string) => name.normalize("NFC").toLowerCase();
