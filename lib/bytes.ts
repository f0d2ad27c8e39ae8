const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** `1.8 MB`, on one line: in steps of a thousand, as mail programs and disks count. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  const number = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    // “20 byte” is no plural.
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  });
  return number.format(value).replaceAll(" ", "\u00a0");
}
