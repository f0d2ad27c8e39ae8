import type { Strings } from "#lib/strings/strings";

/** The first that fits: every browser names others too, the more general after the more special. */
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"], [/OPR\/|Opera/, "Opera"], [/Firefox\/|FxiOS/, "Firefox"], [/SamsungBrowser/, "Samsung Internet"],
  [/Chrome\/|CriOS/, "Chrome"], [/Safari\//, "Safari"], [/^curl\//, "curl"],
]; // prettier-ignore
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Windows/, "Windows"], [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"], [/Linux|X11/, "Linux"],
]; // prettier-ignore

/** `Firefox on Linux`, from what a browser says of itself. */
export function deviceOf(strings: Strings, userAgent: string): string {
  const words = strings.settings.security;
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser !== undefined && system !== undefined) return words.deviceOn(browser, system);
  return browser ?? system ?? (userAgent === "" ? words.unknownDevice : userAgent.slice(0, 60));
}
