const closedAfterMs = 30;

/** A menu gives the focus back to its button while it closes: what opens only after that will give it back there too. */
export function afterMenu(open: () => void): () => void {
  return () => {
    setTimeout(open, closedAfterMs);
  };
}
