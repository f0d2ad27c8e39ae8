import { toast as sonner } from "sonner";
import { afterEach, describe, expect, it, vi } from "vitest";
import { toast, toasterIsThere, toastsMax } from "./toast.ts";

afterEach(() => void vi.unstubAllGlobals());

describe("toasts", () => {
  it("go when newer ones cover them, but those that say what went wrong", async () => {
    vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run, 0));
    toasterIsThere();
    toast.error("Not sent");
    for (let count = 1; count <= toastsMax + 3; count += 1) toast(`Closed ${count}`);
    const told = () =>
      sonner.getToasts().map((one) => ("title" in one && typeof one.title === "string" ? one.title : ""));
    await vi.waitFor(() => expect(told()).toContain("Closed 7"));
    expect(told().toSorted((a, b) => a.localeCompare(b))).toEqual([
      "Closed 4",
      "Closed 5",
      "Closed 6",
      "Closed 7",
      "Not sent",
    ]);
  });
});
