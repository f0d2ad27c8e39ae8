import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import type { Strings } from "#lib/strings/strings";

/** Validates a form with the schema of the wire, and says in our own words what is wrong where the schema has none. */
export function formResolver<Input extends FieldValues, Output>(
  strings: Strings,
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  const resolve = zodResolver<Input, unknown, Output>(schema, { error: (issue) => sayIssue(strings, issue) });
  return async (values, context, options) => {
    const result = await resolve(values, context, options);
    reword(result.errors, strings.settings.problems.issue);
    return result;
  };
}

function sayIssue(strings: Strings, issue: z.core.$ZodRawIssue): string | undefined {
  const words = strings.settings.problems;
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string")
        return Number(issue.minimum) <= 1 ? words.empty : words.tooShort(Number(issue.minimum));
      return words.outOfRange;
    case "too_big":
      return issue.origin === "string" ? words.tooLong(Number(issue.maximum)) : words.outOfRange;
    case "invalid_type":
      return issue.expected === "number" ? words.notNumber : words.empty;
    default:
      return undefined;
  }
}

/** The schema's own sentences, in the language of the form; errors of nested fields lie in one another. */
function reword(errors: FieldErrors, say: (message: string) => string): void {
  for (const error of Object.values(errors)) {
    if (error === undefined) continue;
    if (typeof error.message === "string") error.message = say(error.message);
    else reword(error as FieldErrors, say);
  }
}
