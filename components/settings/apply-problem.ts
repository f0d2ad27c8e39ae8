import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { ApiError } from "#lib/query/api-error";
import type { FirstStrings, Strings } from "#lib/strings/strings";

/**
 * Puts what the server found wrong to the fields that it named, and the rest at the head of the form.
 * @param fields those that the form shows; an issue of any other counts for the whole
 */
export function applyProblem<Values extends FieldValues, Sent>(
  strings: Strings,
  form: Pick<UseFormReturn<Values, unknown, Sent>, "setError">,
  error: unknown,
  fields: readonly FieldPath<Values>[],
): void {
  const issues = error instanceof ApiError ? error.issues : [];
  const known = fields.flatMap((field) => {
    const message = issues.find((issue) => issue.path === field)?.message;
    return message === undefined ? [] : [{ field, message: strings.settings.problems.issue(message) }];
  });
  for (const [index, { field, message }] of known.entries())
    form.setError(field, { type: "server", message }, { shouldFocus: index === 0 });
  if (known.length === 0) form.setError("root", { type: "server", message: messageOf(strings, error) });
}

/** A sentence for whatever went wrong. */
export function messageOf(strings: FirstStrings, error: unknown): string {
  return error instanceof ApiError ? strings.common.problem(error.code, error.message) : strings.common.failed;
}
