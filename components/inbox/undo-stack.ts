/** What can be taken back with `z`, newest last; as old as the page at most. */
const stack: (() => void)[] = [];
const stackMax = 20;

export type Undo = {
  /** Takes it back now, once, wherever it is asked from. */
  run: () => void;
  /** There is nothing to take back any more. */
  forget: () => void;
};

export function pushUndo(undo: () => void): Undo {
  const forget = () => {
    const index = stack.indexOf(run);
    if (index !== -1) stack.splice(index, 1);
    return index !== -1;
  };
  const run = () => {
    if (forget()) undo();
  };
  stack.push(run);
  if (stack.length > stackMax) stack.shift();
  return { run, forget };
}

/** @returns whether there was something to take back */
export function undoLast(): boolean {
  const last = stack.at(-1);
  last?.();
  return last !== undefined;
}
