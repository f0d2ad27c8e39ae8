import { afterEach, vi } from "vitest";

/** What a test prints as an error is a failure of that test. */
const errors: unknown[][] = [];
vi.spyOn(console, "error").mockImplementation((...words) => {
  errors.push(words);
});
process.env["LOG_LEVEL"] ??= "silent";

afterEach(() => {
  const seen = errors.splice(0);
  if (seen.length > 0) throw new Error(`console.error was called: ${seen.map((words) => words.join(" ")).join("\n")}`);
});
