/** What a hint says; `keys` are filled in as this machine prints them. */
type Hint = { title: string; text: (keys: readonly string[]) => string };

const hints: Record<"list" | "acts" | "commands", Hint> = {
  list: {
    title: "Your hands can stay on the keys",
    text: ([next = "", previous = "", open = ""]) =>
      `${next} and ${previous} walk through the list, ${open} opens a conversation. The arrow keys do it too.`,
  },
  acts: {
    title: "Decide, and go on",
    text: ([close = "", assign = "", undo = ""]) =>
      `${close} closes a conversation, ${assign} gives it to somebody. Nothing asks whether you are sure: ${undo} takes it back.`,
  },
  commands: {
    title: "Everything in one place",
    text: ([palette = "", sheet = ""]) =>
      `${palette} finds every command and every setting by name. ${sheet} shows all keys.`,
  },
};

export const tourEn = {
  label: "Tour",
  hints,
  of: (step: number, count: number) => `${step} of ${count}`,
  next: "Next",
  done: "Got it",
  skip: "Skip the tour",
  again: "Show the tour again",
};
