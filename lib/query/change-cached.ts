import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Shows a change before the server has confirmed it.
 * @returns what takes it back
 */
export async function changeCached<Value>(
  client: QueryClient,
  queryKey: QueryKey,
  change: (value: Value) => Value,
): Promise<() => void> {
  await client.cancelQueries({ queryKey, exact: true });
  const before = client.getQueryData<Value>(queryKey);
  if (before === undefined) return () => undefined;
  client.setQueryData<Value>(queryKey, change(before));
  return () => client.setQueryData(queryKey, before);
}

/** The same for one row of a list. */
export function changeCachedRow<Row extends { id: number }>(
  client: QueryClient,
  queryKey: QueryKey,
  id: number,
  change: (row: Row) => Row,
): Promise<() => void> {
  return changeCached<Row[]>(client, queryKey, (rows) => rows.map((row) => (row.id === id ? change(row) : row)));
}

/** The row with what a change names; what the change leaves out stays as it is. */
export function overlay<Row extends object>(row: Row, change: { [Key in keyof Row]?: Row[Key] | undefined }): Row {
  const next = { ...row };
  for (const key in change) {
    const value = change[key];
    if (value !== undefined) next[key] = value;
  }
  return next;
}
