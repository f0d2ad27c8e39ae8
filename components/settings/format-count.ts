import type { Strings } from "#lib/strings/strings";

/** `12,431` */
export function formatCount(strings: Strings, count: number): string {
  return new Intl.NumberFormat(strings.locale).format(count);
}

/** `62%`; never all while something is left. */
export function formatShare(strings: Strings, done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return new Intl.NumberFormat(strings.locale, { style: "percent" }).format(
    done < total ? Math.min(share, 0.99) : share,
  );
}
