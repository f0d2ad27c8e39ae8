/** What can be taken back with `z`, newest last; as old as the page at most. */
const stack: (() => void)[] = [];
const stackMax = 20;

/** @returns takes it back now, once, wherever it is asked from */
export function pushUndo(undo: () => void): () => void {
  const once = () => {
    const index = stack.indexOf(once);
    if (index === -1) return;
    stack.splice(index, 1);
    undo();
  };
  stack.push(once);
  if (stack.length > stackMax) stack.shift();
  return once;
}

/** @returns whether there was something to take back */
export function undoLast(): boolean {
  const last = stack.at(-1);
  last?.();
  return last !== undefined;
}
