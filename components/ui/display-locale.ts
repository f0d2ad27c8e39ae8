/** How dates and numbers are written: as the reader's browser has it, where it speaks the interface's language. */
export function displayLocale(): string {
  const language = "navigator" in globalThis ? navigator.language : "";
  return language.startsWith("en") ? language : "en-GB";
}
