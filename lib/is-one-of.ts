/** A test for what was kept or sent as plain text: whether it is one of a closed list. */
export function isOneOf<const T extends string>(list: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => list.some((one) => one === value);
}

export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
