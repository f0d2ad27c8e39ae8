type Spoken = { locale: string };

const formats = new Map<string, Intl.NumberFormat>();

/** `12,431` */
export function formatCount({ locale }: Spoken, count: number): string {
  // Making a format costs a thousand times what using one does.
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format.format(count);
}

/** `62%`; never all while something is left. */
export function formatShare({ locale }: Spoken, done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return new Intl.NumberFormat(locale, { style: "percent" }).format(done < total ? Math.min(share, 0.99) : share);
}
