/**
 * Reads at once in `use()` when it is fulfilled: React looks at these two fields before it waits. A component must not skip `use()` instead, once
 * what it waits for is here: one that has waited is drawn on where it stopped, and loses count of the hooks after it.
 */
export function readablePromise<Value>(promise: Promise<Value>): Promise<Value> {
  const told = promise.then((value) => {
    void Object.assign(told, { status: "fulfilled", value });
    return value;
  });
  return told;
}
