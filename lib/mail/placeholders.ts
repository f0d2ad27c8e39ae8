/** `{{contact.firstName}}` and its like: words of a canned reply that are another's in every mail. */
export const placeholderNames = [
  "contact.firstName",
  "contact.name",
  "contact.email",
  "agent.firstName",
  "agent.name",
  "inbox.name",
  "conversation.number",
  "conversation.subject",
] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** What is known; what is absent or empty cannot be filled. */
export type PlaceholderValues = Readonly<Partial<Record<PlaceholderName, string>>>;

/** With `|` before what stands there when nothing is known: `{{contact.firstName|there}}`. */
const placeholder = /\{\{\s*([a-z]+\.[a-z]+)\s*(?:\|([^{}<>]*))?\}\}/gi;

export type FoundPlaceholder = { text: string; at: number };

/** Those in a text, known ones or not: a misspelt one is missed as much. */
export function findPlaceholders(text: string): FoundPlaceholder[] {
  return Array.from(text.matchAll(placeholder), (match) => ({ text: match[0], at: match.index }));
}

/** The first that is left in a mail's own words; what is quoted is another's. */
export function unfilledPlaceholder(text: string): string | undefined {
  const own = text.split("\n").filter((line) => !line.startsWith(">"));
  return findPlaceholders(own.join("\n"))[0]?.text;
}

/** Fills what can be filled, in HTML; the rest stays as it is. What is filled in is text, and no placeholder of its own. */
export function fillPlaceholders(html: string, values: PlaceholderValues): string {
  return html.replace(placeholder, (whole: string, typed: string, fallback: string | undefined) => {
    const name = placeholderNames.find((each) => each.toLowerCase() === typed.toLowerCase());
    const value = name === undefined ? "" : (values[name]?.trim() ?? "");
    if (value !== "") return escape(value);
    return name === undefined || fallback === undefined ? whole : fallback.trim();
  });
}

/** As one is greeted: "Maria" of "Maria Lopez", of "Lopez, Maria" and of "Dr. Maria Lopez"; empty for what is no name. */
export function firstNameOf(name: string): string {
  const [before = "", after] = name.split(",", 2);
  const first = (after ?? before)
    .trim()
    .split(/\s+/)
    .find((word) => !isTitle(word));
  return first === undefined || first.includes("@") ? "" : first;
}

const isTitle = (word: string) => /^(?:(?:dr|prof|mrs?|ms|mx|herr|frau|sir|madam)\.?|(?:hr|fr|dipl|ing|med|phil|rer|nat)\.|.*\.-?ing\.?)$/i.test(word); // prettier-ignore

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
