import { toast } from "../ui/toast.ts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { messageOf } from "./apply-problem.ts";

/** For an act without a form of its own: what was shown is taken back, and this says why. */
export function useTellFailure(): (error: unknown) => void {
  const strings = useFirstStrings();
  return (error) => void toast.error(messageOf(strings, error), { duration: 8000 });
}
