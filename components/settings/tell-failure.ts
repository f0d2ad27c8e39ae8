import { toast } from "sonner";
import { messageOf } from "./apply-problem.ts";

/** For an act without a form of its own: what was shown is taken back, and this says why. */
export function tellFailure(error: unknown): void {
  toast.error(messageOf(error), { duration: 8000 });
}
