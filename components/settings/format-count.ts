const counts = new Intl.NumberFormat("en");
const shares = new Intl.NumberFormat("en", { style: "percent" });

/** `12,431` */
export const formatCount = (count: number): string => counts.format(count);

/** `62%`; never all while something is left. */
export function formatShare(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return shares.format(done < total ? Math.min(share, 0.99) : share);
}
