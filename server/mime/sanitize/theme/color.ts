export type Rgb = readonly [number, number, number];

const named: Readonly<Record<string, string>> = {
  black: "000000", windowtext: "000000", silver: "c0c0c0", gray: "808080", grey: "808080", white: "ffffff", window: "ffffff", maroon: "800000", red: "ff0000", purple: "800080",
  fuchsia: "ff00ff", magenta: "ff00ff", green: "008000", lime: "00ff00", olive: "808000", yellow: "ffff00", navy: "000080", blue: "0000ff", teal: "008080", aqua: "00ffff", cyan: "00ffff",
  orange: "ffa500", brown: "a52a2a", darkblue: "00008b", darkgray: "a9a9a9", darkgrey: "a9a9a9", dimgray: "696969", dimgrey: "696969", darkred: "8b0000", darkgreen: "006400", indigo: "4b0082",
  crimson: "dc143c", firebrick: "b22222", royalblue: "4169e1", steelblue: "4682b4", dodgerblue: "1e90ff", midnightblue: "191970", slategray: "708090", lightgray: "d3d3d3", lightgrey: "d3d3d3",
  whitesmoke: "f5f5f5", snow: "fffafa", ivory: "fffff0", gold: "ffd700", tomato: "ff6347", coral: "ff7f50", pink: "ffc0cb", violet: "ee82ee",
}; // prettier-ignore

/** A colour as CSS or an old attribute writes it; null for one that we cannot read. */
export function parseColor(text: string): Rgb | null {
  const value = text.trim().toLowerCase();
  const hex = named[value] ?? /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1] ?? "";
  if (hex.length === 3) return rgbOf(hex.replace(/./g, "$&$&"));
  if (hex.length === 6) return rgbOf(hex);
  const channels = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+(?:1|1\.0|100%))?\s*\)$/.exec(value);
  return channels ? [Number(channels[1]), Number(channels[2]), Number(channels[3])] : null;
}

export function hexOf(color: Rgb): string {
  return `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2.2, relative luminance. */
export function luminance(color: Rgb): number {
  const [r, g, b] = [linear(color[0]), linear(color[1]), linear(color[2])];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How far it is from grey, 0 to 255. */
export function chroma(color: Rgb): number {
  return Math.max(...color) - Math.min(...color);
}

/** The same colour, as much lighter as it must be to be read on the dark sheet. */
export function readableOnDark(color: Rgb): Rgb {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed: Rgb = [mix(color[0], share), mix(color[1], share), mix(color[2], share)];
    if (contrast(luminance(mixed), darkSheet) >= 5) return mixed;
  }
  return [255, 255, 255];
}

/** Of what a mail is drawn on in the dark theme: somewhat more than what it is. */
const darkSheet = 0.014;

const mix = (channel: number, share: number) => channel + (255 - channel) * share;

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function rgbOf(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}
